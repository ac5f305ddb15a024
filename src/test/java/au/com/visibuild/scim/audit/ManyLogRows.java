package au.com.visibuild.scim.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Fills the provisioning log of a company as fast as PostgreSQL writes: a row each second. What is rare stands in the
 * oldest rows alone, so that whoever looks for it from the newest on reads everything.
 */
public final class ManyLogRows {

    /** The time of the oldest row. */
    public static final Instant OLDEST = Instant.parse("2026-01-01T00:00:00Z");

    /** How many rows are of the rare sort. */
    public static final int RARE = 20;

    /** The person whom the rare rows are about. */
    public static final UUID RARE_PERSON = UUID.fromString("00000000-0000-7000-8000-0000000000ff");

    private static final String INSERT = """
            INSERT INTO provisioning_log (id, company_id, occurred_at, actor_kind, actor, action, outcome, user_id, subject,
                                          subject_key, request_id, status, reason, changes, effects)
            SELECT (lpad(to_hex(ms), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid, ?::uuid,
                   to_timestamp(ms / 1000.0), 'SCIM', CASE WHEN n < 20 THEN 'rarekey1' ELSE 'usualkey' END,
                   CASE WHEN n < 20 THEN 'DELETE_USER' WHEN n % 50 = 0 THEN 'DEACTIVATE_USER' ELSE 'UPDATE_USER' END,
                   CASE WHEN n < 10 THEN 'REFUSED' WHEN n < 20 THEN 'FAILED' WHEN n % 10 = 0 THEN 'NO_CHANGE'
                        ELSE 'DONE' END,
                   CASE WHEN n < 10 THEN NULL WHEN n < 20 THEN ?::uuid ELSE md5((n % 5000)::text)::uuid END,
                   'Person.' || n % 5000 || '@many.example',
                   CASE WHEN n < 10 THEN 'rare.' ELSE 'person.' END || n % 5000 || '@many.example',
                   'request-' || n, CASE WHEN n < 10 THEN 409 WHEN n < 20 THEN 500 ELSE 200 END,
                   CASE WHEN n < 10 THEN 'Another person of the company has this userName.' END,
                   '{"displayName":{"old":"Kim Ito","new":"Kim Sato"}}'::json, NULL
              FROM (SELECT n, ? + n::bigint * 1000 AS ms FROM generate_series(?, ? - 1) AS n) numbered""";

    private ManyLogRows() {}

    /** Adds the rows of these numbers. */
    public static void add(Connection connection, UUID company, int from, int to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, company);
            insert.setObject(2, RARE_PERSON);
            insert.setLong(3, OLDEST.toEpochMilli());
            insert.setInt(4, from);
            insert.setInt(5, to);
            insert.executeUpdate();
        }
        try (var analyze = connection.createStatement()) {
            analyze.execute("VACUUM ANALYZE provisioning_log");
        }
    }

    /** The time of that row. */
    public static Instant time(int number) {
        return OLDEST.plusSeconds(number);
    }

    /** The id of that row. */
    public static UUID id(int number) {
        return new UUID(time(number).toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L | number);
    }
}
