package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.bulk.BulkIds;
import au.com.visibuild.scim.protocol.bulk.BulkOperation;
import au.com.visibuild.scim.protocol.bulk.BulkOperation.Method;
import au.com.visibuild.scim.protocol.bulk.BulkRequest;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a bulk request: each operation through the code of the single request and in a transaction of its own, one after
 * the other (RFC 7644 §3.7).
 *
 * <p>An operation that refers to a resource another one is still to make waits until that one is done. Where operations
 * wait for each other in a circle, the first of them gets its id before it is made, which opens the circle. A reference
 * to something that failed, or that no operation makes, is a 409 for the operation that has it.
 */
@ApplicationScoped
public class BulkProvisioning {

    private static final String USERS = CoreSchemas.USER_TYPE.endpoint();

    private final UserProvisioning provisioning;
    private final Ids ids;

    BulkProvisioning(UserProvisioning provisioning, Ids ids) {
        this.provisioning = provisioning;
        this.ids = ids;
    }

    /**
     * What came of one operation.
     *
     * @param status its HTTP status
     * @param path the resource it made or was about, below the API's base; null for a POST that failed
     * @param version the resource's ETag after a success, or null
     * @param error why it failed, or null
     */
    public record Outcome(
            BulkOperation operation,
            int status,
            @Nullable String path,
            @Nullable String version,
            @Nullable ScimError error) {}

    /** Runs the operations; {@code unknown} says what the caller is told of a failure that is ours. */
    public Uni<List<Outcome>> run(Origin origin, BulkRequest request, Function<Throwable, ScimError> unknown) {
        return new Run(origin, request, unknown).all();
    }

    private final class Run {
        private final Origin origin;
        private final int failOnErrors;
        private final Function<Throwable, ScimError> unknown;
        private final Deque<BulkOperation> waiting;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final BulkIds bulkIds = new BulkIds();
        private int errors;
        private int passedOver;

        Run(Origin origin, BulkRequest request, Function<Throwable, ScimError> unknown) {
            this.origin = origin;
            this.failOnErrors = request.failOnErrors();
            this.unknown = unknown;
            this.waiting = new ArrayDeque<>(request.operations());
        }

        /** One step after the other, as a loop: a thousand operations must not be a thousand stack frames. */
        Uni<List<Outcome>> all() {
            return Multi.createBy()
                    .repeating()
                    .uni(this::step)
                    .whilst(more -> more)
                    .collect()
                    .last()
                    .map(_ -> outcomes);
        }

        /** Runs one operation; answers whether to go on. */
        private Uni<Boolean> step() {
            BulkOperation operation = ready();
            if (operation == null) {
                return Uni.createFrom().item(false);
            }
            return perform(operation)
                    .onFailure()
                    .recoverWithItem(failure -> failed(operation, failure))
                    .invoke(this::record)
                    .map(_ -> true);
        }

        /** The next operation whose references are known; when all wait for each other, the first, with a circle opened. */
        private @Nullable BulkOperation ready() {
            while (errors < failOnErrors && !waiting.isEmpty()) {
                BulkOperation operation = waiting.removeFirst();
                boolean mustWait = bulkIds.missing(operation).stream().anyMatch(this::isStillToBeMade);
                if (!mustWait) {
                    passedOver = 0;
                    return operation;
                }
                waiting.addLast(operation);
                if (++passedOver >= waiting.size()) {
                    waiting.forEach(this::giveIdAhead);
                    passedOver = 0;
                }
            }
            return null;
        }

        private boolean isStillToBeMade(String bulkId) {
            return waiting.stream().anyMatch(later -> later.method() == Method.POST && bulkId.equals(later.bulkId()));
        }

        private void giveIdAhead(BulkOperation operation) {
            if (operation.method() == Method.POST && operation.bulkId() != null) {
                bulkIds.made(operation.bulkId(), ids.next().toString());
            }
        }

        private void record(Outcome outcome) {
            outcomes.add(outcome);
            if (outcome.error() != null) {
                errors++;
            } else if (outcome.operation().method() == Method.POST && outcome.path() != null) {
                bulkIds.made(Objects.requireNonNull(outcome.operation().bulkId()), idIn(outcome.path()));
            }
        }

        private Uni<Outcome> perform(BulkOperation operation) {
            return Uni.createFrom().deferred(() -> {
                if (!bulkIds.missing(operation).isEmpty()) {
                    throw ScimException.conflict(
                            "The operation refers to a bulkId that no operation of this request made.");
                }
                BulkOperation resolved = bulkIds.resolve(operation);
                String id = userId(resolved);
                return switch (resolved.method()) {
                    case POST -> create(operation, resolved);
                    case PUT ->
                        provisioning
                                .replace(origin, id, resolved.version(), Objects.requireNonNull(resolved.data()))
                                .map(user -> done(operation, 200, user));
                    case PATCH ->
                        provisioning
                                .patch(origin, id, resolved.version(), Objects.requireNonNull(resolved.data()))
                                .map(user -> done(operation, 200, user));
                    case DELETE ->
                        provisioning
                                .delete(origin, id, resolved.version())
                                .map(_ -> new Outcome(operation, 204, USERS + "/" + id, null, null));
                };
            });
        }

        private Uni<Outcome> create(BulkOperation operation, BulkOperation resolved) {
            String ahead = bulkIds.id(Objects.requireNonNull(operation.bulkId()));
            UUID id = ahead == null ? ids.next() : UUID.fromString(ahead);
            return provisioning
                    .create(origin, id, Objects.requireNonNull(resolved.data()))
                    .map(user -> done(operation, 201, user));
        }

        private Outcome failed(BulkOperation operation, Throwable failure) {
            ScimError error = failure instanceof ScimException refused ? refused.error() : unknown.apply(failure);
            String path = operation.method() == Method.POST
                    ? null
                    : "/" + relative(bulkIds.resolve(operation).path());
            return new Outcome(operation, error.status(), path, null, error);
        }
    }

    private static Outcome done(BulkOperation operation, int status, ScimResource user) {
        return new Outcome(
                operation,
                status,
                USERS + "/" + user.id(),
                user.meta().version().etag(),
                null);
    }

    /** The id in the path; empty for the endpoint itself, which is where a POST goes. */
    private static String userId(BulkOperation operation) {
        String path = operation.path();
        String rest = relative(path);
        if (rest.equals("Groups") || rest.startsWith("Groups/")) {
            throw GroupSync.notOffered();
        }
        String endpoint = relative(USERS);
        boolean ofEndpoint = rest.equals(endpoint);
        if (operation.method() == Method.POST ? !ofEndpoint : !rest.startsWith(endpoint + "/")) {
            throw ScimException.notFound(
                    "There is nothing a " + operation.method() + " can do at the operation's path.");
        }
        return idIn(path);
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String idIn(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "" : path.substring(slash + 1);
    }
}
