package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.bulk.BulkIds;
import au.com.visibuild.scim.protocol.bulk.BulkOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulkOrderTest {

    private final BulkIds ids = new BulkIds();
    private int given;

    /** An operation that makes {@code name} and refers to these. */
    private static BulkOperation post(String name, String... references) {
        ComplexValue.Builder data = ComplexValue.builder();
        for (int i = 0; i < references.length; i++) {
            data.put("a" + i, new Text("bulkId:" + references[i]));
        }
        return new BulkOperation(BulkOperation.Method.POST, "/Users", name, null, data.build());
    }

    /** The names in the order in which they run, when all succeed but those. */
    private List<@Nullable String> run(List<BulkOperation> operations, String... failing) {
        BulkOrder order = new BulkOrder(operations, ids, () -> "ahead-" + ++given);
        List<@Nullable String> names = new ArrayList<>();
        for (BulkOperation next = order.next(); next != null; next = order.next()) {
            String name = String.valueOf(next.bulkId());
            names.add(name);
            if (List.of(failing).contains(name)) {
                ids.failed(name);
            } else {
                ids.made(name, "id-" + name);
            }
        }
        return names;
    }

    @Test
    void asSentWhereNobodyWaits() {
        assertThat(run(List.of(post("a"), post("b", "a"), post("c", "nobody"), post("d", "b", "a"))))
                .containsExactly("a", "b", "c", "d");
        assertThat(given).as("nobody got an id ahead").isZero();
    }

    @Test
    void whoWaitsRunsAsSoonAsThatIsMade() {
        assertThat(run(List.of(post("a", "d"), post("b"), post("c", "a"), post("d"), post("e"))))
                .containsExactly("b", "d", "a", "c", "e");
        assertThat(given).isZero();
    }

    @Test
    void whatFailedIsNotWaitedFor() {
        assertThat(run(List.of(post("a", "b"), post("b"), post("c")), "b")).containsExactly("b", "a", "c");
    }

    @Test
    void eachCircleIsOpenedByOneId() {
        List<BulkOperation> operations = List.of(
                post("outside", "a"),
                post("a", "b"),
                post("b", "a"),
                post("self", "self"),
                post("x", "y"),
                post("y", "x"));

        assertThat(run(operations)).containsExactlyInAnyOrder("outside", "a", "b", "self", "x", "y");
        assertThat(given).isEqualTo(3);
    }

    @Test
    void aThousandThatAllReferToEachOtherTakeLittleTime() {
        String[] all = IntStream.range(0, 1_000).mapToObj(String::valueOf).toArray(String[]::new);
        List<BulkOperation> operations =
                IntStream.range(0, 1_000).mapToObj(i -> post(all[i], all)).toList();

        assertTimeout(Duration.ofSeconds(20), () -> assertThat(run(operations)).hasSize(1_000));
    }
}
