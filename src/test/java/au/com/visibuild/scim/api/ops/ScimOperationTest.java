package au.com.visibuild.scim.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScimOperationTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/Users,Users.list",
        "POST,/Users,Users.create",
        "POST,/Users/.search,Users.search",
        "GET,/Users/4711,Users.get",
        "PUT,/Users/4711,Users.replace",
        "PATCH,/Users/4711,Users.patch",
        "DELETE,/Users/4711,Users.delete",
        "POST,/Users/4711,Users.other",
        "GET,/Users/4711/deeper,other.other",
        "POST,/Bulk,Bulk.bulk",
        "GET,/Groups,Groups.list",
        "GET,/Schemas/urn:x,Schemas.get",
        "POST,/.search,all.search",
        "GET,'',all.search",
        "GET,/secret,other.other",
        "SECRET,/Users,Users.other",
    })
    void aRequestIsAFewKnownWords(String method, String rest, String operation) {
        assertThat(ScimOperation.of(method, rest).text()).isEqualTo(operation);
    }
}
