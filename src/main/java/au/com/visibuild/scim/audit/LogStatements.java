package au.com.visibuild.scim.audit;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which the log is read. Each names the company. An index has the rows of one value of one filter in
 * order; where several values are asked for, a page is taken of each and the newest of all of them are kept, so that a
 * page costs as much in a log of a million rows as in a small one.
 */
final class LogStatements {

    private static final String LISTED = "l.id, l.occurred_at, l.actor_kind, l.actor, l.action, l.outcome, l.user_id,"
            + " l.subject, l.request_id, l.status, l.scim_type, l.reason, l.related_user_id, l.effects";
    private static final String WHOLE = LISTED + ", l.changes";
    private static final String OUTER = "SELECT found.id, found.occurred_at, found.actor_kind, found.actor,"
            + " found.action, found.outcome, found.user_id, found.subject, found.request_id, found.status,"
            + " found.scim_type, found.reason, found.related_user_id, found.effects::text AS effects";
    private static final String SCOPE = " FROM provisioning_log l WHERE l.company_id = $1";

    /** An id is made just before its row's time is taken. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final List<Object> parameters = new ArrayList<>();
    private final LogQuery query;
    private final String columns;
    private final boolean withChanges;

    private LogStatements(CompanyId company, LogQuery query, boolean withChanges) {
        parameters.add(company.value());
        this.query = query;
        this.withChanges = withChanges;
        this.columns = withChanges ? WHOLE : LISTED;
    }

    /** The rows of a page, in order. */
    static SqlFragment page(CompanyId company, LogQuery query, boolean withChanges) {
        LogStatements statement = new LogStatements(company, query, withChanges);
        String text = statement.text();
        return new SqlFragment(text, statement.parameters);
    }

    /** One row. */
    static SqlFragment byId(CompanyId company, UUID id) {
        return new SqlFragment(
                OUTER + ", found.changes::text AS changes FROM (SELECT " + WHOLE + SCOPE + " AND l.id = $2) found",
                List.of(company.value(), id));
    }

    private String text() {
        String ordered = " ORDER BY l.id DESC LIMIT " + query.size();
        return OUTER + (withChanges ? ", found.changes::text AS changes" : ", NULL AS changes") + " FROM ("
                + found(ordered) + ") found ORDER BY found.id DESC LIMIT " + query.size();
    }

    /** The filter that leads has the index; the others narrow what it yields. */
    private String found(String ordered) {
        LogQuery.People people = query.people();
        if (query.requestId() != null) {
            return "SELECT " + columns + SCOPE + narrowedBut() + people(people) + ordered;
        }
        if (people != null) {
            String narrowed = narrowedBut();
            String known = each("uuid", people.ids().toArray(UUID[]::new), "user_id", narrowed);
            if (people.nameBegins() == null) {
                return known;
            }
            return "(" + known + ") UNION ALL (SELECT " + columns + SCOPE + " AND l.user_id IS NULL"
                    + begins(people.nameBegins()) + narrowed + ordered + ")";
        }
        if (query.actor() != null) {
            return each("text", new String[] {query.actor()}, "actor", narrowedBut("actor"));
        }
        if (!query.statuses().isEmpty()) {
            return each("integer", query.statuses().toArray(Integer[]::new), "status", narrowedBut("status"));
        }
        if (!query.actions().isEmpty()) {
            return eachAct();
        }
        if (!query.outcomes().isEmpty()) {
            return each("text", names(query.outcomes()), "outcome", narrowedBut("outcome"));
        }
        return "SELECT " + columns + SCOPE + narrowedBut() + ordered;
    }

    /** As {@link #each}, by act and outcome together: of a usual act it may be a rare outcome that is asked for. */
    private String eachAct() {
        Collection<AuditEntry.Outcome> outcomes =
                query.outcomes().isEmpty() ? EnumSet.allOf(AuditEntry.Outcome.class) : query.outcomes();
        return "SELECT one.* FROM unnest(" + parameter(names(query.actions())) + "::text[]) AS act (value) CROSS JOIN"
                + " unnest(" + parameter(names(outcomes)) + "::text[]) AS result (value) CROSS JOIN LATERAL"
                + " (SELECT " + columns + SCOPE + " AND l.action = act.value"
                + " AND l.outcome >= result.value AND l.outcome <= result.value" + narrowedBut("action", "outcome")
                + " ORDER BY l.outcome DESC, l.id DESC LIMIT " + query.size() + ") one";
    }

    /**
     * A range of one value and an order that begins with its column say the same as {@code =} and leave PostgreSQL only the
     * value's own index: told {@code =}, it may go through the whole log by id for a value that it takes to be frequent.
     */
    private String each(String type, Object[] values, String column, String narrowed) {
        String led = "l." + column;
        return "SELECT one.* FROM unnest(" + parameter(values) + "::" + type + "[]) AS led (value) CROSS JOIN LATERAL"
                + " (SELECT " + columns + SCOPE + " AND " + led + " >= led.value AND " + led + " <= led.value"
                + narrowed
                + " ORDER BY " + led + " DESC, l.id DESC LIMIT " + query.size() + ") one";
    }

    /** By every filter but those that lead. */
    private String narrowedBut(String... leading) {
        Set<String> led = Set.of(leading);
        StringBuilder where = new StringBuilder();
        if (query.before() != null) {
            where.append(" AND l.id < ").append(parameter(query.before()));
        }
        if (query.from() != null) {
            where.append(" AND l.id >= ")
                    .append(parameter(Ids.firstOf(query.from().minus(SLACK))))
                    .append(" AND l.occurred_at >= ")
                    .append(time(query.from()));
        }
        if (query.to() != null) {
            where.append(" AND l.id < ")
                    .append(parameter(Ids.firstOf(query.to().plus(SLACK))))
                    .append(" AND l.occurred_at < ")
                    .append(time(query.to()));
        }
        if (query.actor() != null && !led.contains("actor")) {
            where.append(" AND l.actor = ").append(parameter(query.actor()));
        }
        if (query.requestId() != null) {
            where.append(" AND l.request_id = ").append(parameter(query.requestId()));
        }
        if (!led.contains("status")) {
            anyOf(where, "status", "integer", query.statuses().toArray(Integer[]::new));
        }
        if (!led.contains("action")) {
            anyOf(where, "action", "text", names(query.actions()));
        }
        if (!led.contains("outcome")) {
            anyOf(where, "outcome", "text", names(query.outcomes()));
        }
        return where.toString();
    }

    private void anyOf(StringBuilder where, String column, String type, Object[] values) {
        if (values.length > 0) {
            where.append(" AND l.")
                    .append(column)
                    .append(" = ANY (")
                    .append(parameter(values))
                    .append("::")
                    .append(type)
                    .append("[])");
        }
    }

    private String people(LogQuery.@Nullable People people) {
        if (people == null) {
            return "";
        }
        String known = "l.user_id = ANY (" + parameter(people.ids().toArray(UUID[]::new)) + "::uuid[])";
        return " AND ("
                + (people.nameBegins() == null
                        ? known
                        : known + " OR (l.user_id IS NULL" + begins(people.nameBegins()) + ")")
                + ")";
    }

    /** No text sorts behind one that goes on with the highest code point there is. */
    private String begins(String text) {
        return " AND l.subject_key >= " + parameter(text) + " AND l.subject_key < "
                + parameter(text + Character.toString(Character.MAX_CODE_POINT));
    }

    private String time(Instant moment) {
        return parameter(moment.atOffset(ZoneOffset.UTC));
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "$" + parameters.size();
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
