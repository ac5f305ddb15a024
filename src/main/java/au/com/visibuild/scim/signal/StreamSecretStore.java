package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.CrossTenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The column {@code stream.authorization_header}, where what is kept in it is to be locked by another key. */
@ApplicationScoped
class StreamSecretStore {

    private static final String OLDER = """
            SELECT id, authorization_header FROM stream
             WHERE authorization_header IS NOT NULL AND NOT starts_with(authorization_header, $1) AND id > $2
             ORDER BY id LIMIT $3""";

    /** Only what was read: the owner may have set another in the meantime. */
    private static final String REPLACE =
            "UPDATE stream SET authorization_header = $3 WHERE id = $1 AND authorization_header = $2";

    private final Pool pool;

    StreamSecretStore(Pool pool) {
        this.pool = pool;
    }

    /** A stream's secret as it is stored. */
    record Stored(UUID stream, String secret) {
        @Override
        public String toString() {
            return "Stored[" + stream + "]";
        }
    }

    /** Those that do not begin like this, by the stream's id from behind that one. */
    @CrossTenant("keys are the service's, not a company's")
    Uni<List<Stored>> olderThan(String mark, UUID after, int most) {
        return pool.preparedQuery(OLDER).execute(Tuple.of(mark, after, most)).map(rows -> {
            List<Stored> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(new Stored(row.getUUID("id"), row.getString("authorization_header"))));
            return found;
        });
    }

    /** Stores it in another form. */
    @CrossTenant("keys are the service's, not a company's")
    Uni<Void> replace(Stored before, String secret) {
        return pool.preparedQuery(REPLACE)
                .execute(Tuple.of(before.stream(), before.secret(), secret))
                .replaceWithVoid();
    }
}
