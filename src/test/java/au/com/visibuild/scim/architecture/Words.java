package au.com.visibuild.scim.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;

/** The words that several rules are made of. */
final class Words {

    /** A store and whatever is declared inside it. */
    static final DescribedPredicate<JavaClass> STORES =
            DescribedPredicate.describe("are stores", type -> outermost(type).endsWith("Store"));

    /** Classes that stand for a row. */
    static final DescribedPredicate<JavaClass> ENTITIES =
            DescribedPredicate.describe("are entities", type -> type.isAnnotatedWith(Entity.class));

    private Words() {}

    /** The name of the top-level class that a class is written in. */
    static String outermost(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return name.startsWith(Arrows.ROOT) && nested > 0 ? name.substring(0, nested) : name;
    }
}
