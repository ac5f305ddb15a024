package au.com.visibuild.scim.protocol.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorMessageTest {

    @Test
    @Requirement({"BASE-02", "BASE-07", "ERR-01"})
    void theStatusIsAStringAndTheKeywordStandsOnlyWhereThereIsOne() {
        assertThat(AttributeJson.write(ErrorMessage.of(new ScimError(409, ScimType.UNIQUENESS, "Taken."))))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"409\","
                        + "\"scimType\":\"uniqueness\",\"detail\":\"Taken.\"}");
        assertThat(AttributeJson.write(ErrorMessage.of(new ScimError(404, null, "Nobody."))))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"404\","
                        + "\"detail\":\"Nobody.\"}");
    }

    /** RFC 7644 §3.12, table 9; uniqueness stands with 409 by §3.3, those of cursors are of RFC 9865 §2.1. */
    static Stream<Arguments> keywords() {
        return Stream.of(
                arguments("invalidFilter", 400, ScimException.invalidFilter("x")),
                arguments("tooMany", 400, ScimException.tooMany("x")),
                arguments("mutability", 400, ScimException.mutability("x")),
                arguments("invalidSyntax", 400, ScimException.invalidSyntax("x")),
                arguments("invalidPath", 400, ScimException.invalidPath("x")),
                arguments("noTarget", 400, ScimException.noTarget("x")),
                arguments("invalidValue", 400, ScimException.invalidValue("x")),
                arguments("invalidCursor", 400, ScimException.invalidCursor("x")),
                arguments("expiredCursor", 400, ScimException.expiredCursor("x")),
                arguments("uniqueness", 409, ScimException.uniqueness("x")));
    }

    @ParameterizedTest
    @MethodSource("keywords")
    @Requirement("ERR-03")
    void aKeywordStandsWithItsStatus(String keyword, int status, ScimException refusal) {
        assertThat(AttributeJson.write(ErrorMessage.of(refusal.error())))
                .contains("\"status\":\"" + status + "\",\"scimType\":\"" + keyword + "\"");
    }
}
