package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the log says was changed, as one line for each simple value: {@code name.givenName}, {@code
 * emails[work].value}. A value that nobody needs in order to know what was done is personal and hidden until it is asked
 * for: only what stands in {@link #OPEN} is not, so that an attribute nobody thought of is hidden.
 */
final class ChangedValues {

    /** What is shown to an admin at once: access, names of accounts, the place in the organisation. */
    private static final Set<String> OPEN = Set.of(
            "active",
            "username",
            "externalid",
            "emails",
            "loginemail",
            "usertype",
            "schemas",
            "locale",
            "preferredlanguage",
            "timezone",
            "roles",
            "entitlements",
            "organization",
            "division",
            "department",
            "costcenter",
            "role",
            "project",
            "token",
            "scimfeature",
            "issuer",
            "jwksuri",
            "audience",
            "format",
            "personaldata",
            "filter",
            "rows");

    /** Names of accounts and people: not for staff. */
    private static final Set<String> NOT_FOR_STAFF = Set.of("username", "externalid", "emails", "loginemail");

    private static final String HIDDEN = "•••";

    private ChangedValues() {}

    /** The changes of a row in order. {@code aboutAPerson} tells a person's name from that of a project or the company. */
    static List<LogDetail.Change> of(@Nullable ComplexValue changes, boolean aboutAPerson, Sight sight) {
        List<LogDetail.Change> lines = new ArrayList<>();
        for (ComplexValue.Member member : changes == null ? List.<ComplexValue.Member>of() : changes.members()) {
            if (member.value() instanceof Complex(var change)) {
                Map<String, String> before = flat(member.name(), change.get(OldAndNew.OLD));
                Map<String, String> after = flat(member.name(), change.get(OldAndNew.NEW));
                Set<String> paths = new LinkedHashSet<>(before.keySet());
                paths.addAll(after.keySet());
                for (String path : paths) {
                    String was = before.get(path);
                    String is = after.get(path);
                    if (was == null || !was.equals(is)) {
                        lines.add(line(path, was, is, !isOpen(path, aboutAPerson, sight)));
                    }
                }
            }
        }
        return lines;
    }

    private static LogDetail.Change line(String path, @Nullable String was, @Nullable String is, boolean hidden) {
        return hidden
                ? new LogDetail.Change(path, was == null ? null : HIDDEN, is == null ? null : HIDDEN, true)
                : new LogDetail.Change(path, was, is, false);
    }

    private static boolean isOpen(String path, boolean aboutAPerson, Sight sight) {
        if (sight == Sight.EVERYTHING) {
            return true;
        }
        String attribute = attribute(path);
        boolean open = OPEN.contains(attribute) || (!aboutAPerson && attribute.equals("name"));
        return open && (sight == Sight.ADMIN || !NOT_FOR_STAFF.contains(attribute));
    }

    /** The attribute itself, without the schema it belongs to and what stands inside of it. */
    private static String attribute(String path) {
        String name = path.startsWith("urn:") ? path.substring(path.lastIndexOf(':') + 1) : path;
        if (path.startsWith("urn:")) {
            // urn:…:2.0:User.department: the extension's name, then the attribute.
            name = name.substring(name.indexOf('.') + 1);
        }
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
            end++;
        }
        return name.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> flat(String path, @Nullable AttributeValue value) {
        Map<String, String> lines = new LinkedHashMap<>();
        if (value != null) {
            flatten(path, value, lines);
        }
        return lines;
    }

    private static void flatten(String path, AttributeValue value, Map<String, String> lines) {
        switch (value) {
            case Text(var text) -> lines.put(path, text);
            case Bool(var bool) -> lines.put(path, String.valueOf(bool));
            case Decimal(var number) -> lines.put(path, number.toPlainString());
            case Unassigned _ -> {}
            case Complex(var complex) ->
                complex.members().forEach(member -> flatten(path + "." + member.name(), member.value(), lines));
            case Multi(var elements) -> elements(path, elements, lines);
        }
    }

    private static void elements(String path, List<AttributeValue> elements, Map<String, String> lines) {
        if (elements.stream().noneMatch(Complex.class::isInstance)) {
            lines.put(path, elements.stream().map(ChangedValues::simple).collect(Collectors.joining(", ")));
            return;
        }
        int number = 0;
        for (AttributeValue element : elements) {
            number++;
            String type = element instanceof Complex(var complex) ? complex.text("type") : null;
            String place = path + "[" + (type == null ? number : type) + "]";
            flatten(
                    lines.keySet().stream().anyMatch(known -> known.startsWith(place)) ? place + number : place,
                    element,
                    lines);
        }
    }

    private static String simple(AttributeValue value) {
        return switch (value) {
            case Text(var text) -> text;
            case Bool(var bool) -> String.valueOf(bool);
            case Decimal(var number) -> number.toPlainString();
            case Unassigned _, Complex _, Multi _ -> "";
        };
    }
}
