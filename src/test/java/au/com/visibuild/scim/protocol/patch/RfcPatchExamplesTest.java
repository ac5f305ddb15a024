package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.assertPatched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.ValuePathExpression;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of RFC 7644 §3.5.2: what a user is before and after. Where the RFC patches the {@code members} of a group,
 * {@code roles} of a user stand for them: both are lists of objects with {@code value} and {@code display}.
 */
class RfcPatchExamplesTest {

    private static final String BABS = "{'value':'2819c223-7f76-453a-919d-413861904646','display':'Babs Jensen'}";
    private static final String JAMES = "{'value':'08e1d05d-121c-4561-8b96-473d93df9210','display':'James Smith'}";
    private static final String MANDY = "{'value':'902c246b-6245-4190-8e05-00816be7344a','display':'Mandy Pepperidge'}";

    private static final String WORK = "{'value':'bjensen@example.com','type':'work','primary':true}";
    private static final String HOME = "{'value':'babs@jensen.org','type':'home'}";
    private static final String UNIVERSAL =
            "{'type':'work','streetAddress':'100 Universal City Plaza','locality':'Hollywood',"
                    + "'region':'CA','postalCode':'91608','country':'US','primary':true}";
    private static final String PARADISE = "{'type':'home','streetAddress':'456 Hollywood Blvd','locality':'Hollywood',"
            + "'region':'CA','postalCode':'91608','country':'US'}";

    static Stream<Arguments> add() {
        return Stream.of(
                example(
                        "§3.5.2.1: a member for a group",
                        roles(JAMES),
                        roles(JAMES, BABS),
                        "{'op':'add','path':'roles','value':[" + BABS + "]}"),
                example(
                        "§3.5.2.1: no path, and an attribute's name in another case",
                        user("'emails':[" + WORK + "]"),
                        user("'nickName':'Babs','emails':[" + WORK + "," + HOME + "]"),
                        "{'op':'add','value':{'emails':[" + HOME + "],'nickname':'Babs'}}"));
    }

    static Stream<Arguments> remove() {
        String babs = "{'op':'remove','path':'roles[value eq \\'2819c223-7f76-453a-919d-413861904646\\']'}";
        return Stream.of(
                example("§3.5.2.2: one member of a group", roles(JAMES, BABS), roles(JAMES), babs),
                example(
                        "§3.5.2.2: all members of a group",
                        roles(JAMES, BABS),
                        "{'userName':'bjensen'}",
                        "{'op':'remove','path':'roles'}"),
                example(
                        "§3.5.2.2: the elements that match a filter of two conditions",
                        user("'emails':[" + WORK + "," + HOME + ",{'value':'b@other.net','type':'work'}]"),
                        user("'emails':[" + HOME + ",{'value':'b@other.net','type':'work'}]"),
                        "{'op':'remove','path':'emails[type eq \\'work\\' and value ew \\'example.com\\']'}"),
                example(
                        "§3.5.2.2: one member makes room for another",
                        roles(BABS, MANDY),
                        roles(MANDY, JAMES),
                        babs,
                        "{'op':'add','path':'roles','value':[" + JAMES + "]}"),
                example(
                        "§3.5.2.2: all members make room for two",
                        roles(MANDY),
                        roles(BABS, JAMES),
                        "{'op':'remove','path':'roles'}",
                        "{'op':'add','path':'roles','value':[" + BABS + "," + JAMES + "]}"));
    }

    static Stream<Arguments> replace() {
        String moved = "{'type':'work','streetAddress':'911 Universal City Plaza','locality':'Hollywood','region':'CA',"
                + "'postalCode':'91608','country':'US','formatted':'911 Universal City Plaza\\nHollywood, CA 91608 US',"
                + "'primary':true}";
        return Stream.of(
                example(
                        "§3.5.2.3: all members of a group",
                        roles(MANDY),
                        roles(BABS, JAMES),
                        "{'op':'replace','path':'roles','value':[" + BABS + "," + JAMES + "]}"),
                example(
                        "§3.5.2.3: the work address as a whole",
                        user("'addresses':[" + UNIVERSAL + "," + PARADISE + "]"),
                        user("'addresses':[" + moved + "," + PARADISE + "]"),
                        "{'op':'replace','path':'addresses[type eq \\'work\\']','value':" + moved + "}"),
                example(
                        "§3.5.2.3: a part of the work address",
                        user("'addresses':[" + UNIVERSAL + "," + PARADISE + "]"),
                        user("'addresses':["
                                + UNIVERSAL.replace("100 Universal City Plaza", "1010 Broadway Ave")
                                + "," + PARADISE + "]"),
                        "{'op':'replace','path':'addresses[type eq \\'work\\'].streetAddress','value':'1010 Broadway Ave'}"),
                example(
                        "§3.5.2.3: no path",
                        user("'nickName':'Barb','title':'Guide','emails':[{'value':'old@example.com'}]"),
                        user("'nickName':'Babs','title':'Guide','emails':[" + WORK + "," + HOME + "]"),
                        "{'op':'replace','value':{'emails':[" + WORK + "," + HOME + "],'nickname':'Babs'}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("add")
    @Requirement({"AT-01", "PATCH-ADD-02", "PATCH-ADD-04", "PATCH-ADD-05", "PATCH-ADD-07"})
    void theExampleOfAddAdds(String place, String before, String after, List<String> operations) {
        assertPatched(before, after, operations.toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("remove")
    @Requirement({"PATCH-09", "PATCH-REM-02", "PATCH-REM-03"})
    void theExampleOfRemoveRemoves(String place, String before, String after, List<String> operations) {
        assertPatched(before, after, operations.toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replace")
    @Requirement({"PATCH-REP-01", "PATCH-REP-02", "PATCH-REP-05", "PATCH-REP-06"})
    void theExampleOfReplaceReplaces(String place, String before, String after, List<String> operations) {
        assertPatched(before, after, operations.toArray(String[]::new));
    }

    /** Figure 7; whether User has the attribute is asked later. */
    @Test
    @Requirement("PATCH-05")
    void theExamplePathsAreRead() {
        AttributePath members = AttributePath.of("members");
        String babs = "value eq \"2819c223-7f76-453a-919d-413861904646\"";

        assertThat(path("members")).isEqualTo(new ValuePathExpression(members, null, null));
        assertThat(path("name.familyName"))
                .isEqualTo(new ValuePathExpression(AttributePath.of("name"), null, "familyName"));
        assertThat(path("addresses[type eq \"work\"]"))
                .isEqualTo(new ValuePathExpression(
                        AttributePath.of("addresses"), FilterParser.parse("type eq \"work\""), null));
        assertThat(path("members[" + babs + "]"))
                .isEqualTo(new ValuePathExpression(members, FilterParser.parse(babs), null));
        assertThat(path("members[" + babs + "].displayName"))
                .isEqualTo(new ValuePathExpression(members, FilterParser.parse(babs), "displayName"));
    }

    private static ValuePathExpression path(String text) {
        return ValuePathExpression.parse(text, Patches.USER, Set.of());
    }

    private static Arguments example(String place, String before, String after, String... operations) {
        return arguments(place, before, after, List.of(operations));
    }

    private static String roles(String... roles) {
        return user("'roles':[" + String.join(",", roles) + "]");
    }

    private static String user(String members) {
        return "{'userName':'bjensen'," + members + "}";
    }
}
