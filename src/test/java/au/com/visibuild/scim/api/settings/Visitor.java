package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.DemoJwts;
import au.com.visibuild.scim.fixture.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Someone who looks at the page, by the cookie that Visibuild's sign-in sets. */
final class Visitor {

    static final String PAGE = "/settings/identity-management/scim";

    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final Caller caller;

    private Visitor(Caller caller) {
        this.caller = caller;
    }

    static Visitor nobody(Tenant tenant) {
        return new Visitor(tenant.anyone());
    }

    static Visitor admin(Tenant tenant) {
        return admin(tenant, Duration.ZERO);
    }

    /** The admin, who signed in that long ago. */
    static Visitor admin(Tenant tenant, Duration ago) {
        return of(tenant, "company-admin", tenant.adminId().toString(), ago);
    }

    static Visitor staff(Tenant tenant) {
        return of(tenant, "staff", "staff-1", Duration.ZERO);
    }

    static Visitor of(Tenant tenant, String group, String subject, Duration ago) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "groups",
                List.of(group),
                "sub",
                subject,
                "auth_time",
                Instant.now().minus(ago).getEpochSecond()));
        if (group.equals("company-admin")) {
            claims.put("company_id", tenant.id().toString());
        }
        return new Visitor(tenant.anyone().with("Cookie", "visibuild_admin=" + DemoJwts.of(claims)));
    }

    Answer get(String path) {
        return caller.get(PAGE + path);
    }

    /** Looks again in the background, as htmx does. */
    Answer look(String path) {
        return caller.with("HX-Request", "true").get(PAGE + path);
    }

    /** The token of the first form of the first screen. */
    String formToken() {
        Matcher found = TOKEN.matcher(get("").expect(200).body());
        if (!found.find()) {
            throw new AssertionError("The screen has no form");
        }
        return found.group(1);
    }

    /** Sends a form as htmx does. */
    Answer act(String path, String form) {
        return caller.with("Content-Type", "application/x-www-form-urlencoded")
                .with("HX-Request", "true")
                .send("POST", PAGE + path, form);
    }

    /** Sends a form with this visitor's own form token. */
    Answer act(String path) {
        return act(path, "form_token=" + formToken());
    }
}
