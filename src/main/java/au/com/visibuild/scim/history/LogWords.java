package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry.Outcome;
import au.com.visibuild.scim.audit.Effects;
import au.com.visibuild.scim.audit.LogEntry;
import au.com.visibuild.scim.platform.Sentences;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log in plain words: what happened, what it caused, what helps. The words are those of {@code
 * resources/messages/history_en.properties}.
 */
final class LogWords {

    static final Sentences SENTENCES = new Sentences("history");

    private LogWords() {}

    /** What happened; {@code name} is whom it was about, as the reader may see it. */
    static String what(LogEntry entry, @Nullable String name) {
        AuditAction action = entry.action();
        Map<String, String> whom = Map.of("who", name == null ? somebody(action) : name);
        return entry.outcome() == Outcome.DONE
                ? SENTENCES.tell("done." + action, whom)
                : SENTENCES.tell("outcome." + entry.outcome(), Map.of("wish", SENTENCES.tell("wish." + action, whom)));
    }

    private static String somebody(AuditAction action) {
        return SENTENCES.tell(action == AuditAction.CREATE_USER ? "who.unnamed" : "who.unknown");
    }

    /** What an act caused, such as "3 roles and 5 project memberships ended, signed out of 2 sessions"; null for nothing. */
    static @Nullable String effects(Effects effects) {
        String access =
                joined("and", counted("roles", effects.rolesEnded()), counted("projects", effects.projectsEnded()));
        return joined(
                "also",
                access == null ? null : SENTENCES.tell("ended", Map.of("access", access)),
                counted("sessions", effects.sessionsEnded()));
    }

    private static @Nullable String counted(String what, @Nullable Integer count) {
        return count == null || count == 0
                ? null
                : SENTENCES.tell(what + (count == 1 ? ".one" : ".many"), Map.of("count", count.toString()));
    }

    private static @Nullable String joined(String by, @Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return SENTENCES.tell(by, Map.of("first", first, "second", second));
    }

    /** What helps against a refusal; null where nothing was refused. */
    static @Nullable String remedy(LogEntry entry) {
        if (entry.outcome() == Outcome.FAILED) {
            return SENTENCES.tell("remedy.failed");
        }
        Integer status = entry.status();
        if (entry.outcome() != Outcome.REFUSED || status == null) {
            return null;
        }
        if (entry.action() == AuditAction.WRITE_GROUP) {
            return SENTENCES.tell("remedy.group");
        }
        if (status == 409 && entry.relatedUserId() != null) {
            return SENTENCES.tell("remedy.409.existing");
        }
        return Stream.of("remedy." + status, "remedy." + entry.scimType(), "remedy.other")
                .filter(SENTENCES.keys()::contains)
                .findFirst()
                .map(SENTENCES::tell)
                .orElse(null);
    }
}
