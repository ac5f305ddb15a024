package au.com.visibuild.scim.protocol.patch;

import static au.com.visibuild.scim.protocol.patch.Patches.message;
import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The PatchOp message (RFC 7644 §3.5.2) and its limits. */
class PatchRequestTest {

    private static final String OPERATIONS = "'Operations':[{'op':'remove','path':'title'}]";

    @Test
    @Requirement({"AT-01", "PATCH-03"})
    void memberNamesAndTheUrnAreComparedWithoutCase() {
        PatchRequest request = PatchRequest.parse(object("{'SCHEMAS':['URN:ietf:params:scim:api:messages:2.0:patchop'],"
                + "'operations':[{'OP':'remove','Path':'title'}]}"));

        assertThat(request.operations()).containsExactly(new PatchOperation(PatchOperation.Op.REMOVE, "title", null));
    }

    @Test
    void anExplicitNullIsAValueAndAMissingOneIsNot() {
        PatchRequest request =
                PatchRequest.parse(message("{'op':'replace','path':null,'value':null}", "{'op':'replace','path':'x'}"));

        assertThat(request.operations().get(0).value()).isEqualTo(new AttributeValue.Unassigned());
        assertThat(request.operations().get(0).path()).isNull();
        assertThat(request.operations().get(1).value()).isNull();
    }

    @Test
    @Requirement("PATCH-02")
    void withoutThePatchOpUrnItIsNoPatch() {
        assertSyntaxError("{" + OPERATIONS + "}");
        assertSyntaxError("{'schemas':[]," + OPERATIONS + "}");
        assertSyntaxError("{'schemas':['urn:x',5]," + OPERATIONS + "}");
        assertSyntaxError("{'schemas':'" + PatchRequest.SCHEMA + "'," + OPERATIONS + "}");
    }

    @Test
    @Requirement("PATCH-03")
    void operationsMustBeANonEmptyArrayOfObjects() {
        for (String operations :
                new String[] {"", ",'Operations':[]", ",'Operations':null", ",'Operations':{}", ",'Operations':['x']"
                }) {
            assertSyntaxError("{'schemas':['" + PatchRequest.SCHEMA + "']" + operations + "}");
        }
    }

    @Test
    @Requirement("PATCH-04")
    void anOpThatIsNoneOfTheThreeIsRefused() {
        for (String op : new String[] {"'move'", "'Replace'", "''", "null", "5"}) {
            assertThat(refusal(message("{'op':" + op + ",'path':'title','value':'x'}"))
                            .error()
                            .scimType())
                    .isEqualTo(ScimType.INVALID_SYNTAX);
        }
        assertThat(refusal(message("{'path':'title'}")).error().scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
    }

    @Test
    @Requirement("PATCH-05")
    void aPathThatIsNoTextIsInvalid() {
        assertThat(refusal(message("{'op':'remove','path':['title']}")).error().scimType())
                .isEqualTo(ScimType.INVALID_PATH);
    }

    @Test
    void aHundredThousandOperationsAreTooLarge() {
        AttributeValue operation = new Complex(object("{'op':'remove','path':'title'}"));
        ComplexValue body =
                message("{'op':'remove'}").with("Operations", new Multi(Collections.nCopies(100_000, operation)));

        assertThat(refusal(body).error().status()).isEqualTo(413);
    }

    @Test
    void pathsThatAreLongAltogetherAreTooLargeAlsoAsMembers() {
        String path = "emails[value eq '" + "x".repeat(500) + "']";
        AttributeValue byPath = new Complex(object("{'op':'remove'}").with("path", AttributeValue.text(path)));
        AttributeValue byMember = new Complex(object("{'op':'add'}")
                .with("value", new Complex(ComplexValue.EMPTY.with(path, AttributeValue.text("x")))));

        for (AttributeValue operation : List.of(byPath, byMember)) {
            ComplexValue many =
                    message("{'op':'remove'}").with("Operations", new Multi(Collections.nCopies(200, operation)));
            ComplexValue few = many.with("Operations", new Multi(Collections.nCopies(190, operation)));
            assertThat(refusal(many).error().status()).isEqualTo(413);
            assertThat(PatchRequest.parse(few).operations()).hasSize(190);
        }
    }

    @Test
    void aValueNestedTenThousandDeepIsRefused() {
        AttributeValue deep = AttributeValue.text("x");
        for (int i = 0; i < 10_000; i++) {
            deep = i % 2 == 0 ? Multi.of(deep) : new Complex(ComplexValue.EMPTY.with("name", deep));
        }
        ComplexValue body = message("{'op':'remove'}")
                .with(
                        "Operations",
                        Multi.of(
                                new Complex(object("{'op':'add','path':'name'}").with("value", deep))));

        assertThat(refusal(body).error().scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
    }

    private static void assertSyntaxError(String body) {
        assertThat(refusal(object(body)).error().scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
    }

    private static ScimException refusal(ComplexValue body) {
        ScimException refusal = catchThrowableOfType(ScimException.class, () -> PatchRequest.parse(body));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
