package au.com.visibuild.scim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.CrossTenant;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The wall between companies, and that nobody is ever erased. */
final class TenantRules {

    /** What Panache gives every store and names no row of another company. */
    private static final Set<String> ONLY_WRITES_WHAT_IT_IS_GIVEN = Set.of("persist", "persistAndFlush", "flush");

    static final ArchRule everyStoreCallNamesItsCompany = methods()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are stores", (JavaClass type) -> type.getSimpleName().endsWith("Store")))
            .and()
            .areNotPrivate()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .and()
            .areNotAnnotatedWith(CrossTenant.class)
            .should(takeACompany())
            .because(
                    "a query that cannot be written without a company cannot forget it; @CrossTenant says why one may");

    static final ArchRule storesAreAskedByTheirOwnMethods = noClasses()
            .that(DescribedPredicate.not(Words.STORES))
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "is a method that a store inherits, other than to write a row", TenantRules::goesAroundTheCompany))
            .because("findById, list, count and the like are inherited from Panache and ask no company");

    static final ArchRule noEntityIsDeletedByCode = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("deletes rows", TenantRules::deletes))
            .because("nobody is ever erased: a row is ended or hidden, and its history stays");

    private TenantRules() {}

    private static ArchCondition<JavaMethod> takeACompany() {
        return new ArchCondition<>("take a CompanyId") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean named =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(CompanyId.class));
                events.add(new SimpleConditionEvent(
                        method, named, method.getFullName() + (named ? " takes" : " does not take") + " a CompanyId"));
            }
        };
    }

    private static boolean goesAroundTheCompany(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return owner.isAssignableTo(PanacheRepositoryBase.class)
                && !ONLY_WRITES_WHAT_IT_IS_GIVEN.contains(name)
                && (!Words.STORES.test(owner) || owner.getMethods().stream().noneMatch(own -> isThat(own, access)));
    }

    private static boolean isThat(JavaMethod own, JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called
                && own.getName().equals(called.getName())
                && names(own.getRawParameterTypes()).equals(names(called.getRawParameterTypes()));
    }

    private static List<String> names(List<JavaClass> types) {
        return types.stream().map(JavaClass::getName).toList();
    }

    private static boolean deletes(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean byPanache =
                owner.isAssignableTo(PanacheRepositoryBase.class) || owner.isAssignableTo(PanacheEntityBase.class);
        boolean bySession =
                owner.isAssignableTo(Mutiny.Session.class) || owner.isAssignableTo(Mutiny.StatelessSession.class);
        return (byPanache || bySession) && (name.startsWith("delete") || name.startsWith("remove"));
    }
}
