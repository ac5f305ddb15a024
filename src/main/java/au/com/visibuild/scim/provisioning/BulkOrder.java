package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.protocol.bulk.BulkIds;
import au.com.visibuild.scim.protocol.bulk.BulkOperation;
import au.com.visibuild.scim.protocol.bulk.BulkOperation.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a bulk's operations run: as sent, but an operation that refers to a resource another one is still
 * to make comes after that one. Where operations wait for each other in a circle, one of them gets its id before it is
 * made, which opens the circle. Takes time by the number of references, of which a request may have many.
 */
final class BulkOrder {

    private final List<BulkOperation> operations;
    private final BulkIds ids;
    private final Supplier<String> newId;
    private final int[] unsettled;
    private final Map<String, List<Integer>> waitingFor = new HashMap<>();
    private final TreeSet<Integer> ready = new TreeSet<>();
    private int left;
    private int noCircleBefore;
    private @Nullable BulkOperation running;

    BulkOrder(List<BulkOperation> operations, BulkIds ids, Supplier<String> newId) {
        this.operations = operations;
        this.ids = ids;
        this.newId = newId;
        this.unsettled = new int[operations.size()];
        this.left = operations.size();
        Set<String> toBeMade = new HashSet<>();
        for (BulkOperation operation : operations) {
            String bulkId = makes(operation);
            if (bulkId != null) {
                toBeMade.add(bulkId);
            }
        }
        for (int i = 0; i < operations.size(); i++) {
            for (String reference : ids.missing(operations.get(i))) {
                if (toBeMade.contains(reference)) {
                    unsettled[i]++;
                    waitingFor
                            .computeIfAbsent(reference, _ -> new ArrayList<>())
                            .add(i);
                }
            }
            if (unsettled[i] == 0) {
                ready.add(i);
            }
        }
    }

    /** The next operation, or null when none is left. The one before is done by now, well or not. */
    @Nullable
    BulkOperation next() {
        if (running != null) {
            settled(makes(running));
            running = null;
        }
        while (ready.isEmpty() && left > 0) {
            openCircle();
        }
        Integer first = ready.pollFirst();
        if (first != null) {
            left--;
            running = operations.get(first);
        }
        return running;
    }

    private void settled(@Nullable String bulkId) {
        List<Integer> waited = waitingFor.remove(bulkId);
        if (waited != null) {
            for (int i : waited) {
                if (--unsettled[i] == 0) {
                    ready.add(i);
                }
            }
        }
    }

    /** All wait: the first for whom another waits gets its id. In each circle there is such a one. */
    private void openCircle() {
        while (true) {
            String bulkId = makes(operations.get(noCircleBefore++));
            if (bulkId != null && waitingFor.containsKey(bulkId)) {
                ids.made(bulkId, newId.get());
                settled(bulkId);
                return;
            }
        }
    }

    private static @Nullable String makes(BulkOperation operation) {
        return operation.method() == Method.POST ? operation.bulkId() : null;
    }
}
