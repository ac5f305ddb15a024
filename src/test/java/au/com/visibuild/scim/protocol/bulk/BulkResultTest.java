package au.com.visibuild.scim.protocol.bulk;

import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulkResultTest {

    private static final String USERS = "https://example.com/v2/Users/";

    /** RFC 7644 §3.7.3: what became of each operation, in its order, bodies for failures only. */
    @Test
    @Requirement({"BULK-02", "BULK-07", "BULK-08", "ERR-01"})
    void theExampleOfTheRfcIsAnswered() {
        ComplexValue response = BulkResult.response(List.of(
                new BulkResult(operation(BulkOperation.Method.POST, "qwerty"), 201, USERS + "1", "W/\"1\"", null),
                new BulkResult(operation(BulkOperation.Method.PUT, null), 200, USERS + "2", "W/\"7\"", null),
                new BulkResult(
                        operation(BulkOperation.Method.PATCH, null),
                        412,
                        USERS + "3",
                        null,
                        new ScimError(412, null, "Failed to update.")),
                new BulkResult(operation(BulkOperation.Method.DELETE, null), 204, USERS + "4", null, null),
                new BulkResult(
                        operation(BulkOperation.Method.POST, "poiuyt"),
                        400,
                        null,
                        null,
                        new ScimError(400, ScimType.INVALID_SYNTAX, "Unparsable."))));

        assertThat(response)
                .isEqualTo(object("{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkResponse'],'Operations':["
                        + "{'method':'POST','bulkId':'qwerty','version':'W/\\'1\\'','location':'" + USERS
                        + "1','status':'201'},"
                        + "{'method':'PUT','version':'W/\\'7\\'','location':'" + USERS + "2','status':'200'},"
                        + "{'method':'PATCH','location':'" + USERS + "3','status':'412','response':"
                        + "{'schemas':['urn:ietf:params:scim:api:messages:2.0:Error'],'status':'412',"
                        + "'detail':'Failed to update.'}},"
                        + "{'method':'DELETE','location':'" + USERS + "4','status':'204'},"
                        + "{'method':'POST','bulkId':'poiuyt','status':'400','response':"
                        + "{'schemas':['urn:ietf:params:scim:api:messages:2.0:Error'],'status':'400',"
                        + "'scimType':'invalidSyntax','detail':'Unparsable.'}}]}"));
    }

    private static BulkOperation operation(BulkOperation.Method method, @Nullable String bulkId) {
        return new BulkOperation(method, "/Users", bulkId, null, null);
    }
}
