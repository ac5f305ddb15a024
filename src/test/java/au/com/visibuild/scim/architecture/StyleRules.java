package au.com.visibuild.scim.architecture;

import static au.com.visibuild.scim.architecture.Arrows.ROOT;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.MultiSubscribe;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.NullMarked;

/** How the code is written. */
final class StyleRules {

    /** A SCIM term: RFC 7643 §3.1 calls id, externalId and meta the common attributes. */
    private static final String SCIMS_OWN_TERM = CommonAttributes.class.getName();

    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "(Base|Common|Misc)([A-Z0-9].*)?|.*(Utils?|Helpers?|Manager|Processor|Impl|Base|Common|Misc)");

    private static final Map<Class<?>, Set<String>> WAITING = Map.of(
            Uni.class, Set.of("await"),
            MultiSubscribe.class, Set.of("asIterable", "asStream"),
            Thread.class, Set.of("sleep", "join"),
            Object.class, Set.of("wait"),
            CountDownLatch.class, Set.of("await"),
            Future.class, Set.of("get", "join", "resultNow"));

    /** Both run once, at the start and before the first request is let in. */
    private static final Set<String> MAY_AWAIT_AT_THE_START =
            Set.of(ROOT + ".demo.DemoSeed", ROOT + ".provisioning.Rehearsal");

    static final ArchRule injectionIsByConstructor = noMembers()
            .that(describe("are fields or methods", member -> !member.getName().equals("<init>")))
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .because(
                    "what a class needs stands in one place, is never null and is given by a test without a container");

    static final ArchRule nothingBlocksTheEventLoop = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".launch..", ROOT + ".embedded..")
            .should()
            .accessTargetWhere(describe("waits", StyleRules::waits))
            .because("one waiting thread of the event loop is every request of that loop waiting; launch and embedded"
                    + " run before there is a loop");

    static final ArchRule onlyTheStartAwaits = noClasses()
            .that(describe("are not known to run before the first request", StyleRules::runsAfterTheStart))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(VertxContextSupport.class)
            .because("a start-up observer runs on a thread that may wait; nothing else of ours does");

    static final ArchRule namesSaySomething = noClasses()
            .should(beNamedAfterNothing())
            .because("a name is SCIM's or the business's word; what has no such word has no task of its own");

    static final ArchRule everyPackageIsNullMarked = classes()
            .should(liveInANullMarkedPackage())
            .because("NullAway checks only what is marked, and the package's file is where its paragraph stands");

    static final ArchRule whatWasAskedForIsCarriedThrough = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and(describe("answer later", StyleRules::answersLater))
            .should()
            .beAnnotatedWith(Cancellable.class)
            .because("a caller who hangs up must not stop a transaction half way; who may be stopped says so");

    private StyleRules() {}

    private static boolean answersLater(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Uni.class));
    }

    private static boolean waits(JavaAccess<?> access) {
        return WAITING.entrySet().stream()
                .anyMatch(entry -> access.getTargetOwner().isAssignableTo(entry.getKey())
                        && entry.getValue().contains(access.getTarget().getName()));
    }

    private static boolean runsAfterTheStart(JavaClass type) {
        return !MAY_AWAIT_AT_THE_START.contains(Words.outermost(type));
    }

    private static ArchCondition<JavaClass> beNamedAfterNothing() {
        return new ArchCondition<>("be named Util, Helper, Manager, Processor, Impl, Base, Common or Misc") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean nothing = SAYS_NOTHING.matcher(type.getSimpleName()).matches()
                        && !type.getName().equals(SCIMS_OWN_TERM);
                events.add(new SimpleConditionEvent(
                        type, nothing, type.getName() + " says " + (nothing ? "nothing" : "something")));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + (marked ? " is" : " is not") + " @NullMarked"));
            }
        };
    }
}
