package au.com.visibuild.scim.protocol.bulk;

import static au.com.visibuild.scim.protocol.patch.Patches.object;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkIdsTest {

    private static final String ID = "92b725cd-9465-4e7d-8c16-01f8e146b87a";

    private BulkIds ids;

    @BeforeEach
    void nothingIsMadeYet() {
        ids = new BulkIds();
    }

    /** RFC 7644 §3.7.2: a user made in the same request is another one's manager. */
    @Test
    @Requirement("BULK-10")
    void theExampleOfTheRfcGetsItsManagerInTheExtension() {
        BulkOperation bob =
                post("ytrewq", "{'userName':'Bob','~':{'employeeNumber':'11250','manager':{'value':'bulkId:qwerty'}}}");

        assertThat(ids.missing(bob)).containsExactly("qwerty");
        ids.made("qwerty", ID);

        assertThat(ids.missing(bob)).isEmpty();
        assertThat(ids.resolve(bob))
                .isEqualTo(post(
                        "ytrewq",
                        "{'userName':'Bob','~':{'employeeNumber':'11250','manager':{'value':'" + ID + "'}}}"));
    }

    /** RFC 7644 §3.7.2: members of a new group, here roles of a new user, since both are lists of values. */
    @Test
    @Requirement("BULK-10")
    void theExampleOfTheRfcGetsItsMembers() {
        BulkOperation tour = post("ytrewq", "{'roles':[{'type':'User','value':'bulkId:qwerty'},{'value':'other'}]}");
        ids.made("qwerty", ID);

        assertThat(ids.resolve(tour))
                .isEqualTo(post("ytrewq", "{'roles':[{'type':'User','value':'" + ID + "'},{'value':'other'}]}"));
    }

    /** RFC 7644 §3.7.1, with managers in the place of members: each waits for the other, until one has its id ahead. */
    @Test
    @Requirement({"BULK-10", "BULK-11"})
    void aCircleOpensWhenOneOfItHasItsIdAhead() {
        BulkOperation a = post("a", "{'userName':'A','~':{'manager':{'value':'bulkId:b'}}}");
        BulkOperation b = post("b", "{'userName':'B','~':{'manager':{'value':'bulkId:a'}}}");
        assertThat(ids.missing(a)).containsExactly("b");
        assertThat(ids.missing(b)).containsExactly("a");

        ids.made("b", ID);

        assertThat(ids.missing(a)).isEmpty();
        assertThat(ids.resolve(a)).isEqualTo(post("a", "{'userName':'A','~':{'manager':{'value':'" + ID + "'}}}"));
        assertThat(ids.id("b")).isEqualTo(ID);
        assertThat(ids.id("a")).isNull();
    }

    @Test
    void whoRefersToItselfWaitsForItself() {
        BulkOperation chief = post("a", "{'userName':'A','~':{'manager':{'value':'bulkId:a'}}}");

        assertThat(ids.missing(chief)).containsExactly("a");
    }

    @Test
    @Requirement("BULK-10")
    void aReferenceInThePathAndInPatchOperationsIsResolved() {
        BulkOperation patch = new BulkOperation(
                BulkOperation.Method.PATCH,
                "/Users/bulkId:qwerty",
                null,
                null,
                object("{'Operations':[{'op':'add','path':'~:manager','value':{'value':'bulkId:boss'}}]}"));
        assertThat(ids.missing(patch)).containsExactlyInAnyOrder("qwerty", "boss");
        ids.made("qwerty", ID);
        ids.made("boss", "b");

        assertThat(ids.resolve(patch))
                .isEqualTo(new BulkOperation(
                        BulkOperation.Method.PATCH,
                        "/Users/" + ID,
                        null,
                        null,
                        object("{'Operations':[{'op':'add','path':'~:manager','value':{'value':'b'}}]}")));
    }

    @Test
    void whatOnlyLooksLikeAReferenceStays() {
        BulkOperation operation =
                post("a", "{'title':'my bulkId:qwerty','bulkId:qwerty':true,'nickName':'bulkid:qwerty'}");
        ids.made("qwerty", ID);

        assertThat(ids.missing(operation)).isEmpty();
        assertThat(ids.resolve(operation)).isEqualTo(operation);
    }

    @Test
    void aDeleteRefersByItsPathOnly() {
        BulkOperation delete = new BulkOperation(BulkOperation.Method.DELETE, "/Users/1", null, null, null);

        assertThat(ids.missing(delete)).isEmpty();
        assertThat(ids.resolve(delete)).isEqualTo(delete);
    }

    private static BulkOperation post(String bulkId, String data) {
        return new BulkOperation(BulkOperation.Method.POST, "/Users", bulkId, null, object(data));
    }
}
