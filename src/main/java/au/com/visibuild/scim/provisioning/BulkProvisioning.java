package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.bulk.BulkIds;
import au.com.visibuild.scim.protocol.bulk.BulkOperation;
import au.com.visibuild.scim.protocol.bulk.BulkOperation.Method;
import au.com.visibuild.scim.protocol.bulk.BulkRequest;
import au.com.visibuild.scim.protocol.error.ScimError;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.resource.Preconditions;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a bulk request: each operation through the code of the single request and in a transaction of its own, one after
 * the other (RFC 7644 §3.7).
 *
 * <p>An operation that refers to a resource another one is still to make runs after that one. A reference to something
 * that failed, or that no operation makes, is a 409 for the operation that has it.
 */
@ApplicationScoped
public class BulkProvisioning {

    private static final String USERS = CoreSchemas.USER_TYPE.endpoint() + "/";

    private final UserProvisioning provisioning;
    private final GroupSync groups;
    private final Ids ids;

    BulkProvisioning(UserProvisioning provisioning, GroupSync groups, Ids ids) {
        this.provisioning = provisioning;
        this.groups = groups;
        this.ids = ids;
    }

    /**
     * What came of one operation.
     *
     * @param status its HTTP status
     * @param path the path, below the base, of the resource it made or was about; null for a POST that failed
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
        private final BulkOrder order;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final BulkIds bulkIds = new BulkIds();
        private int errors;

        Run(Origin origin, BulkRequest request, Function<Throwable, ScimError> unknown) {
            this.origin = origin;
            this.failOnErrors = request.failOnErrors();
            this.unknown = unknown;
            this.order = new BulkOrder(
                    request.operations(), bulkIds, () -> ids.next().toString());
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
            BulkOperation operation = errors < failOnErrors ? order.next() : null;
            if (operation == null) {
                return Uni.createFrom().item(false);
            }
            return perform(operation)
                    .onFailure()
                    .recoverWithItem(failure -> failed(operation, failure))
                    .invoke(this::record)
                    .map(_ -> true);
        }

        private void record(Outcome outcome) {
            outcomes.add(outcome);
            BulkOperation operation = outcome.operation();
            if (outcome.error() != null) {
                errors++;
            }
            if (operation.method() == Method.POST) {
                String bulkId = Objects.requireNonNull(operation.bulkId());
                if (outcome.path() == null) {
                    bulkIds.failed(bulkId);
                } else {
                    bulkIds.made(bulkId, outcome.path().substring(USERS.length()));
                }
            }
        }

        private Uni<Outcome> perform(BulkOperation operation) {
            return Uni.createFrom().deferred(() -> {
                if (!bulkIds.missing(operation).isEmpty()) {
                    throw ScimException.conflict(
                            "The operation refers to a bulkId that no operation of this request made.");
                }
                BulkOperation resolved = bulkIds.resolve(operation);
                if (isOfGroups(resolved)) {
                    return groups.refuse(origin);
                }
                String id = userId(resolved);
                Preconditions version = Preconditions.ofVersion(resolved.version());
                return switch (resolved.method()) {
                    case POST -> create(operation, resolved);
                    case PUT ->
                        provisioning
                                .replace(origin, id, version, Objects.requireNonNull(resolved.data()))
                                .map(user -> done(operation, 200, user));
                    case PATCH ->
                        provisioning
                                .patch(origin, id, version, Objects.requireNonNull(resolved.data()))
                                .map(user -> done(operation, 200, user));
                    case DELETE ->
                        provisioning
                                .delete(origin, id, version)
                                .map(_ -> new Outcome(operation, 204, USERS + id, null, null));
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
                    : "/" + belowBase(bulkIds.resolve(operation).path());
            return new Outcome(operation, error.status(), path, null, error);
        }
    }

    private static Outcome done(BulkOperation operation, int status, ScimResource user) {
        return new Outcome(
                operation, status, USERS + user.id(), user.meta().version().etag(), null);
    }

    /** The id in the path; empty for the endpoint itself, which is where a POST goes. */
    private static String userId(BulkOperation operation) {
        String path = belowBase(operation.path());
        String endpoint = belowBase(CoreSchemas.USER_TYPE.endpoint());
        if (operation.method() == Method.POST && path.equals(endpoint)) {
            return "";
        }
        String id = path.startsWith(endpoint + "/") ? path.substring(endpoint.length() + 1) : "";
        if (operation.method() == Method.POST || id.isEmpty() || id.indexOf('/') >= 0) {
            throw ScimException.notFound(
                    "There is nothing a " + operation.method() + " can do at the operation's path.");
        }
        return id;
    }

    private static boolean isOfGroups(BulkOperation operation) {
        String path = belowBase(operation.path());
        return path.equals("Groups") || path.startsWith("Groups/");
    }

    private static String belowBase(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
