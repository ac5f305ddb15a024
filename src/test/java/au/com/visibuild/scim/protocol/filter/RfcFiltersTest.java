package au.com.visibuild.scim.protocol.filter;

import static au.com.visibuild.scim.protocol.filter.Samples.ENTERPRISE;
import static au.com.visibuild.scim.protocol.filter.Samples.typed;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters that RFC 7644 shows, and whom of a few people each of them finds. */
class RfcFiltersTest {

    /** bea has all the RFC's filters look for; each of the others lacks or turns something. */
    private static final List<ComplexValue> PEOPLE = people("""
            {"id": "bea", "userName": "bjensen", "displayName": "Bea", "userType": "Employee", "title": "Tour Guide",
             "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "%1$s"], "%1$s": {"department": "Tours"},
             "emails": [{"type": "work", "value": "bea@example.com"}, {"type": "home", "value": "bea@jensen.org"}],
             "ims": [{"type": "aim", "value": "bea@foo.com"}],
             "meta": {"resourceType": "User", "lastModified": "2011-05-13T04:42:34Z"}}
            {"id": "jim", "userName": "jsmith", "displayName": "Smith, Jim", "userType": "Intern",
             "name": {"familyName": "O'Malley"},
             "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
             "emails": [{"type": "work", "value": "jim@EXAMPLE.org"}],
             "meta": {"resourceType": "User", "lastModified": "2011-05-13T04:42:35Z"}}
            {"id": "joe", "userName": "Joe", "userType": "employee", "title": "",
             "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
             "emails": [{"type": "home", "value": "joe@elsewhere.net"}],
             "ims": [{"type": "xmpp", "value": "joe@foo.com"}],
             "meta": {"resourceType": "User", "lastModified": "2011-05-13T06:42:33+02:00"}}
            {"id": "kim", "userName": "kim", "userType": "Contractor", "title": "Chef",
             "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
             "meta": {"resourceType": "User", "lastModified": "2011-05-13T06:42:34+02:00"}}
            {"id": "may", "userName": "may", "userType": "Employee",
             "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
             "emails": [{"type": "work", "value": "may@example.org"}, {"type": "home", "value": "may@example.com"}],
             "meta": {"resourceType": "User", "lastModified": "2011-05-13T04:42:33.999Z"}}
            """.formatted(ENTERPRISE));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            §3.4.2.2  | userName Eq "bjensen"                                              | bea
            §3.4.2.2  | Username eq "bjensen"                                              | bea
            figure 2  | name.familyName co "O'Malley"                                      | jim
            figure 2  | userName sw "J"                                                    | jim joe
            figure 2  | urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"         | jim joe
            figure 2  | title pr                                                           | bea kim
            figure 2  | meta.lastModified gt "2011-05-13T04:42:34Z"                        | jim
            figure 2  | meta.lastModified ge "2011-05-13T04:42:34Z"                        | bea jim kim
            figure 2  | meta.lastModified lt "2011-05-13T04:42:34Z"                        | joe may
            figure 2  | meta.lastModified le "2011-05-13T04:42:34Z"                        | bea joe kim may
            figure 2  | title pr and userType eq "Employee"                                | bea
            figure 2  | title pr or userType eq "Intern"                                   | bea jim kim
            figure 2  | schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"                        | bea
            figure 2  | userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")          | bea may
            figure 2  | userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")      | kim
            figure 2  | userType eq "Employee" and (emails.type eq "work")                                             | bea may
            figure 2  | userType eq "Employee" and emails[type eq "work" and value co "@example.com"]                  | bea
            figure 2  | emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"] | bea joe
            §3.4.2.1  | (meta.resourceType eq "User") or (meta.resourceType eq "Group")    | bea jim joe kim may
            §3.4.3    | displayName sw "smith"                                             | jim
            """)
    @Requirement({
        "FI-01", "FI-02", "FI-04", "FI-05", "FI-07", "FI-08", "FI-09", "FI-10", "FI-12", "FI-13", "FI-14", "FI-15",
        "FI-18", "FI-19"
    })
    void theExampleFinds(String place, String filter, String found) {
        assertThat(PEOPLE.stream()
                        .filter(person -> FilterEvaluator.matches(typed(filter), person))
                        .map(person -> person.text("id")))
                .as(place)
                .containsExactly(found.split(" "));
    }

    private static List<ComplexValue> people(String json) {
        return json.lines()
                .reduce("", (before, line) -> before + (line.startsWith("{") ? "\n" : " ") + line.strip())
                .strip()
                .lines()
                .map(AttributeJson::parseStored)
                .toList();
    }
}
