package au.com.visibuild.scim.architecture;

import static au.com.visibuild.scim.architecture.Arrows.ROOT;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.hibernate.reactive.mutiny.Mutiny;

/** Each technology has one home. */
final class TechnologyRules {

    private static final DescribedPredicate<JavaClass> TRANSACTIONS = equivalentTo(Panache.class)
            .or(equivalentTo(WithTransaction.class))
            .or(equivalentTo(WithSession.class))
            .or(equivalentTo(Mutiny.Transaction.class))
            .as("open transactions");

    static final ArchRule restLivesInApi = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx.ext.web..", "io.vertx.mutiny.ext.web..")
            .because("a room that knows HTTP cannot be called by another room, a scheduler or a test");

    static final ArchRule jacksonLivesInApiAndPlatform = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".api..", ROOT + ".platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("JSON text is the edge's business; inside are values, and nothing to register for a native image");

    static final ArchRule sqlClientLivesInStoresAndPlatform = noClasses()
            .that(not(Words.STORES))
            .and()
            .resideOutsideOfPackage(ROOT + ".platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx.sqlclient..",
                    "io.vertx.pgclient..",
                    "io.vertx.mutiny.sqlclient..",
                    "io.vertx.mutiny.pgclient..")
            .because("a statement outside of a store escapes the rule that a store names its company");

    static final ArchRule hibernateLivesInEntitiesStoresAndPlatform = noClasses()
            .that(not(Words.STORES.or(Words.ENTITIES)))
            .and()
            .resideOutsideOfPackage(ROOT + ".platform..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.hibernate..",
                            "io.quarkus.hibernate..",
                            "io.quarkus.panache..",
                            "jakarta.persistence..")
                    .and(not(TRANSACTIONS))
                    // Its calls have a rule of their own: storesAreAskedByTheirOwnMethods.
                    .and(not(equivalentTo(PanacheRepositoryBase.class))))
            .orShould()
            .beAssignableTo(PanacheRepositoryBase.class)
            .because("who holds a session can read any company's rows");

    static final ArchRule transactionsOpenInRoomsThatOwnAUseCase = noClasses()
            .that()
            .resideOutsideOfPackages(
                    ROOT + ".administration..",
                    ROOT + ".history..",
                    ROOT + ".provisioning..",
                    ROOT + ".session..",
                    ROOT + ".settings..",
                    ROOT + ".token..",
                    ROOT + ".outbox..",
                    ROOT + ".idp..",
                    ROOT + ".signal..",
                    ROOT + ".demo..")
            .should()
            .dependOnClassesThat(TRANSACTIONS)
            .because("what happens whole or not at all is decided where the use case is, not in what it uses");

    static final ArchRule jdbcIsForTheStart = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".launch..", ROOT + ".embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.flywaydb..", "io.agroal..")
            .because("JDBC blocks; before the application works nobody waits");

    static final ArchRule metersLiveInMetrics = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Metrics")
            .and()
            .resideOutsideOfPackage(ROOT + ".api.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.quarkus.micrometer..")
            .because("a label is written in one place of a room, where it can be seen to hold nothing of a caller");

    static final ArchRule viewsAreKnownToANativeExecutable = classes()
            .that()
            .resideInAPackage(ROOT + ".api..")
            .and()
            .haveSimpleNameEndingWith("View")
            .should()
            .beAnnotatedWith(RegisterForReflection.class)
            .because(
                    "a Response does not tell the build what it carries, and the executable writes only what it knows");

    private TechnologyRules() {}
}
