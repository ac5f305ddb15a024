package au.com.visibuild.scim.requirement;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules that a test holds, by their ids in {@code rfc/requirements.tsv}. A test names a rule only if it turns red
 * when the service breaks that rule.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requirement {

    /** Ids, such as {@code PATCH-REM-01}. */
    String[] value();
}
