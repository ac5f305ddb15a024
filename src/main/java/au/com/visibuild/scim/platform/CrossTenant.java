package au.com.visibuild.scim.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the few store methods that act without naming a company. Every other public method of a store takes a
 * {@code CompanyId}; the architecture test holds that.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface CrossTenant {
    /** Why this method may look across companies. */
    String value();
}
