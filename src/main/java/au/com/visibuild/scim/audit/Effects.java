package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an act caused, as a row of the log keeps it.
 *
 * @param rolesEnded how many roles the person lost, or null for an act that ends none
 * @param projectsEnded how many project memberships, or null
 * @param sessionsEnded how many login sessions, or null
 * @param txn what joins the events by which others were told, or null when there are none
 */
public record Effects(
        @Nullable Integer rolesEnded,
        @Nullable Integer projectsEnded,
        @Nullable Integer sessionsEnded,
        @Nullable String txn) {

    private static final String ROLES = "rolesEnded";
    private static final String PROJECTS = "projectsEnded";
    private static final String SESSIONS = "sessionsEnded";
    private static final String TXN = "txn";

    /** Nothing. */
    public static final Effects NONE = new Effects(null, null, null, null);

    /** Others are told, and nothing ended. */
    public static Effects told(String txn) {
        return new Effects(null, null, null, txn);
    }

    /** Sessions ended, and others are told. */
    public static Effects signedOut(int sessions, String txn) {
        return new Effects(null, null, sessions, txn);
    }

    /** As a row keeps it; null for nothing. */
    public @Nullable ComplexValue describe() {
        ComplexValue.Builder row = ComplexValue.builder();
        put(row, ROLES, rolesEnded);
        put(row, PROJECTS, projectsEnded);
        put(row, SESSIONS, sessionsEnded);
        ComplexValue described = row.putText(TXN, txn).build();
        return described.isEmpty() ? null : described;
    }

    /** What a row says; nothing for null. */
    public static Effects of(@Nullable ComplexValue row) {
        return row == null
                ? NONE
                : new Effects(number(row, ROLES), number(row, PROJECTS), number(row, SESSIONS), row.text(TXN));
    }

    private static void put(ComplexValue.Builder row, String name, @Nullable Integer count) {
        if (count != null) {
            row.put(name, new Decimal(BigDecimal.valueOf(count)));
        }
    }

    private static @Nullable Integer number(ComplexValue row, String name) {
        return row.get(name) instanceof Decimal(var value) ? value.intValue() : null;
    }
}
