package au.com.visibuild.scim.architecture;

import static au.com.visibuild.scim.architecture.Arrows.ROOT;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;

/** What makes {@code protocol} a set of functions. */
final class ProtocolRules {

    private static final String PROTOCOL = ROOT + ".protocol..";

    /** Questions whose answer is another one each time, or on each machine. */
    private static final Map<String, Set<String>> NOT_THE_SAME_TWICE = Map.of(
            UUID.class.getName(), Set.of("randomUUID"),
            System.class.getName(),
                    Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "identityHashCode"),
            Math.class.getName(), Set.of("random"),
            Locale.class.getName(), Set.of("getDefault"),
            TimeZone.class.getName(), Set.of("getDefault"),
            ZoneId.class.getName(), Set.of("systemDefault"));

    static final ArchRule protocolIsPureJava = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            PROTOCOL,
                            "java.lang",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.util",
                            "java.util.concurrent.atomic",
                            "java.util.function",
                            "java.util.regex",
                            "java.util.stream",
                            "java.time..",
                            "java.math",
                            "java.nio.charset",
                            "org.jspecify..")
                    .or(equivalentTo(ByteBuffer.class))
                    .or(equivalentTo(MessageDigest.class))
                    .or(equivalentTo(NoSuchAlgorithmException.class))
                    .or(equivalentTo(Normalizer.class))
                    .or(equivalentTo(Normalizer.Form.class)))
            .because("SCIM as plain functions can be tested, measured and taken along without starting anything");

    static final ArchRule protocolIsDeterministic = noClasses()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .accessTargetWhere(
                    DescribedPredicate.describe("asks for time, chance or the machine", ProtocolRules::varies))
            .orShould()
            .dependOnClassesThat(
                    equivalentTo(Clock.class).or(equivalentTo(Random.class)).or(equivalentTo(SplittableRandom.class)))
            .because("the same input gives the same output, so that a failing random test can be run again");

    static final ArchRule protocolRoomsHaveNoCycles = slices().matching(ROOT + ".protocol.(*)..")
            .should()
            .beFreeOfCycles()
            .because("the protocol is read from error upwards, one room at a time");

    static final ArchRule protocolKeepsItsInnerOrder = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .and()
            .resideOutsideOfPackage(ROOT + ".protocol")
            .should(Arrows.PROTOCOL.followed())
            .because("a filter needs no patch, a patch no bulk, and the strict core nothing of what it forgives");

    private ProtocolRules() {}

    private static boolean varies(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean asksTheTime = name.equals("now") && owner.getPackageName().startsWith("java.time");
        return asksTheTime
                || NOT_THE_SAME_TWICE.getOrDefault(owner.getName(), Set.of()).contains(name);
    }
}
