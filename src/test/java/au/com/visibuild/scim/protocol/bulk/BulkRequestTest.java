package au.com.visibuild.scim.protocol.bulk;

import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkRequestTest {

    private static final String DELETE = "{'method':'DELETE','path':'/Users/1'}";

    /** RFC 7644 §3.7.3; its versions are quoted texts. */
    @Test
    @Requirement({"BULK-02", "BULK-03", "BULK-06"})
    void theExampleOfTheRfcIsRead() {
        String user = "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],";
        String alice = "{" + user + "'userName':'Alice'}";
        String bob = "{" + user + "'id':'b7c14771','userName':'Bob'}";
        String patch = "[{'op':'remove','path':'nickName'},{'op':'add','path':'userName','value':'Dave'}]";

        BulkRequest request = request(
                "'failOnErrors':1,",
                "{'method':'POST','path':'/Users','bulkId':'qwerty','data':" + alice + "}",
                "{'method':'PUT','path':'/Users/b7c14771','version':'W/\\'3694e05e9dff591\\'','data':" + bob + "}",
                "{'method':'PATCH','path':'/Users/5d8d29d3','version':'W/\\'edac3253e2c0ef2\\'','data':{'Operations':"
                        + patch + "}}",
                "{'method':'DELETE','path':'/Users/e9025315','version':'W/\\'0ee8add0a938e1a\\''}");

        assertThat(request.failOnErrors()).isEqualTo(1);
        assertThat(request.operations())
                .containsExactly(
                        new BulkOperation(BulkOperation.Method.POST, "/Users", "qwerty", null, object(alice)),
                        new BulkOperation(
                                BulkOperation.Method.PUT,
                                "/Users/b7c14771",
                                null,
                                "W/\"3694e05e9dff591\"",
                                object(bob)),
                        new BulkOperation(
                                BulkOperation.Method.PATCH,
                                "/Users/5d8d29d3",
                                null,
                                "W/\"edac3253e2c0ef2\"",
                                object("{'Operations':" + patch + "}")),
                        new BulkOperation(
                                BulkOperation.Method.DELETE, "/Users/e9025315", null, "W/\"0ee8add0a938e1a\"", null));
    }

    @Test
    @Requirement("BULK-02")
    void withoutTheBulkRequestUrnItIsNoBulk() {
        for (String schemas :
                new String[] {"", "'schemas':[],", "'schemas':['urn:x',5],", "'schemas':'" + BulkRequest.SCHEMA + "',"
                }) {
            assertThat(refusal(object("{" + schemas + "'Operations':[" + DELETE + "]}"))
                            .scimType())
                    .isEqualTo(ScimType.INVALID_SYNTAX);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'Operations':[]", ",'Operations':null", ",'Operations':{}", ",'Operations':['x']"})
    void operationsMustBeANonEmptyArrayOfObjects(String operations) {
        assertThat(refusal(object("{'schemas':['" + BulkRequest.SCHEMA + "']" + operations + "}"))
                        .scimType())
                .isEqualTo(ScimType.INVALID_SYNTAX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'path':'/Users/1'}                                              | .method must be POST, PUT, PATCH or DELETE
            {'method':'GET','path':'/Users/1'}                               | .method must be POST, PUT, PATCH or DELETE
            {'method':5,'path':'/Users/1'}                                   | .method must be POST, PUT, PATCH or DELETE
            {'method':'DELETE'}                                              | .path is missing
            {'method':'DELETE','path':' '}                                   | .path is missing
            {'method':'POST','path':'/Users','data':{'userName':'a'}}        | .bulkId is missing
            {'method':'POST','path':'/Users','bulkId':'','data':{'userName':'a'}} | .bulkId is missing
            {'method':'POST','path':'/Users','bulkId':'a'}                   | .data is missing
            {'method':'PUT','path':'/Users/1'}                               | .data is missing
            {'method':'PATCH','path':'/Users/1','data':[]}                   | .data is missing
            """)
    @Requirement("BULK-03")
    void whatAnOperationLacksIsNamedWithItsPlace(String operation, String detail) {
        ScimError refusal = refusal(body("", DELETE, operation));

        assertThat(refusal.scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
        assertThat(refusal.detail()).startsWith("Operations[1]" + detail);
    }

    @Test
    @Requirement("BULK-03")
    void aBulkIdStandsForOneOperation() {
        String made = "{'method':'POST','path':'/Users','bulkId':'a','data':{'userName':'a'}}";

        assertThat(refusal(body("", made, made)).detail()).startsWith("Operations[1].bulkId");
    }

    @Test
    @Requirement({"BULK-05", "BULK-06"})
    void withoutFailOnErrorsNothingStopsIt() {
        assertThat(request("", DELETE).failOnErrors()).isEqualTo(Integer.MAX_VALUE);
        assertThat(request("'failOnErrors':null,", DELETE).failOnErrors()).isEqualTo(Integer.MAX_VALUE);
        assertThat(request("'FAILONERRORS':3,", DELETE).failOnErrors()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "3000000000", "true", "'1'", "[1]"})
    @Requirement("BULK-06")
    void failOnErrorsIsAPositiveWholeNumber(String number) {
        assertThat(refusal(body("'failOnErrors':" + number + ",", DELETE)).scimType())
                .isEqualTo(ScimType.INVALID_VALUE);
    }

    @Test
    @Requirement("BULK-12")
    void oneOperationMoreThanAllowedIsTooLargeAndTheLimitIsNamed() {
        AttributeValue delete = new Complex(object(DELETE));
        ComplexValue most =
                body("", DELETE).with("Operations", new Multi(Collections.nCopies(BulkRequest.MAX_OPERATIONS, delete)));
        ComplexValue more =
                most.with("Operations", new Multi(Collections.nCopies(BulkRequest.MAX_OPERATIONS + 1, delete)));

        assertThat(BulkRequest.parse(most).operations()).hasSize(BulkRequest.MAX_OPERATIONS);
        ScimError refusal = refusal(more);
        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.detail()).contains("maxOperations is " + BulkRequest.MAX_OPERATIONS);
    }

    private static BulkRequest request(String members, String... operations) {
        return BulkRequest.parse(body(members, operations));
    }

    private static ComplexValue body(String members, String... operations) {
        return object("{'schemas':['" + BulkRequest.SCHEMA + "']," + members + "'Operations':["
                + String.join(",", operations) + "]}");
    }

    private static ScimError refusal(ComplexValue body) {
        ScimException refusal = catchThrowableOfType(ScimException.class, () -> BulkRequest.parse(body));
        assertThat(refusal).isNotNull();
        return refusal.error();
    }
}
