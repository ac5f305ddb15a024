package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry.Outcome;
import au.com.visibuild.scim.audit.Effects;
import au.com.visibuild.scim.audit.LogEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log in plain words: what happened, what it caused, what helps. */
final class LogWords {

    private LogWords() {}

    /** What happened; {@code name} is whom it was about, as the reader may see it. */
    static String what(LogEntry entry, @Nullable String name) {
        String who = name == null ? somebody(entry.action()) : name;
        return switch (entry.outcome()) {
            case DONE -> done(entry.action(), who);
            case NO_CHANGE -> "Nothing to change: " + lowered(done(entry.action(), who));
            case REFUSED -> "Refused: " + wish(entry.action(), who);
            case FAILED -> "Failed on our side: " + wish(entry.action(), who);
        };
    }

    private static String done(AuditAction action, String who) {
        return switch (action) {
            case CREATE_USER -> "Added " + who;
            case UPDATE_USER -> "Changed " + who;
            case REPLACE_USER -> "Replaced the profile of " + who;
            case DEACTIVATE_USER -> "Deactivated " + who;
            case REACTIVATE_USER -> "Activated " + who + " again";
            case DELETE_USER -> "Removed " + who;
            case ASSIGN_ROLE -> "Gave a role to " + who;
            case END_ROLE -> "Took a role from " + who;
            case ADD_TO_PROJECT -> "Added " + who + " to a project";
            case REMOVE_FROM_PROJECT -> "Removed " + who + " from a project";
            case CREATE_PROJECT -> "Made a project";
            case CREATE_COMPANY -> "Made the company";
            case RENAME_COMPANY -> "Renamed the company";
            case SWITCH_FEATURE -> "Switched the SCIM feature of the account";
            case ENABLE_SCIM -> "Turned SCIM on";
            case REGENERATE_TOKEN -> "Replaced the token";
            case DISABLE_SCIM -> "Turned SCIM off";
            case SET_IDENTITY_PROVIDER -> "Named the identity provider that may sign people out";
            case REMOVE_IDENTITY_PROVIDER -> "Removed the identity provider that may sign people out";
            case RELEASE_LOGIN_EMAIL -> "Took the login e-mail from " + who;
            case SIGN_OUT_USER -> "Signed " + who + " out everywhere";
            case WRITE_GROUP -> "Wrote a group";
            case REVEAL_PERSONAL_DATA -> "Looked at personal data of " + who;
            case EXPORT_LOG -> "Exported this log";
            case REPLAY_DEAD_LETTERS -> "Sent events again that had been given up";
        };
    }

    private static String wish(AuditAction action, String who) {
        return switch (action) {
            case CREATE_USER -> "add " + who;
            case UPDATE_USER -> "change " + who;
            case REPLACE_USER -> "replace the profile of " + who;
            case DEACTIVATE_USER -> "deactivate " + who;
            case REACTIVATE_USER -> "activate " + who + " again";
            case DELETE_USER -> "remove " + who;
            case SIGN_OUT_USER -> "sign " + who + " out";
            case WRITE_GROUP -> "write a group";
            default -> lowered(done(action, who));
        };
    }

    private static String somebody(AuditAction action) {
        return action == AuditAction.CREATE_USER ? "a person without a userName" : "a person";
    }

    private static String lowered(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** What an act caused, such as "3 roles and 5 project memberships ended, signed out of 2 sessions"; null for nothing. */
    static @Nullable String effects(Effects effects) {
        List<String> ended = new ArrayList<>();
        add(ended, effects.rolesEnded(), "role", "roles");
        add(ended, effects.projectsEnded(), "project membership", "project memberships");
        List<String> parts = new ArrayList<>();
        if (!ended.isEmpty()) {
            parts.add(String.join(" and ", ended) + " ended");
        }
        Integer sessions = effects.sessionsEnded();
        if (sessions != null && sessions > 0) {
            parts.add("signed out of " + counted(sessions, "session", "sessions"));
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static void add(List<String> to, @Nullable Integer count, String one, String many) {
        if (count != null && count > 0) {
            to.add(counted(count, one, many));
        }
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** What helps against a refusal; null where nothing was refused. */
    static @Nullable String remedy(LogEntry entry) {
        if (entry.outcome() == Outcome.FAILED) {
            return "This was our fault. Your identity provider tries again by itself; if it stays, tell Visibuild the"
                    + " request id.";
        }
        Integer status = entry.status();
        if (entry.outcome() != Outcome.REFUSED || status == null) {
            return null;
        }
        if (entry.action() == AuditAction.WRITE_GROUP) {
            return "Switch group provisioning off in your identity provider. People of an assigned group arrive one by"
                    + " one all the same.";
        }
        return switch (status) {
            case 404 -> "Usually nothing: your identity provider looks the person up again and creates the person.";
            case 409 ->
                entry.relatedUserId() != null
                        ? "Have your identity provider find the existing person instead: match by userName (or"
                                + " externalId), or give one of the two another name."
                        : "If the address belongs to your company, contact Visibuild's support: staff can release it.";
            case 412 -> "Nothing: the person changed in between; your identity provider reads again and repeats.";
            case 413 -> "Have your identity provider send less in one request.";
            case 501 -> "Switch this off in your identity provider: it is not offered.";
            default -> byType(entry.scimType());
        };
    }

    private static String byType(@Nullable String scimType) {
        return switch (scimType == null ? "" : scimType) {
            case "invalidSyntax" ->
                "The request is not well-formed. Send the reason and the request id to your identity provider's"
                        + " support.";
            case "invalidPath", "noTarget" ->
                "Look at the attribute mapping in your identity provider: it names an attribute that there is not.";
            case "invalidValue" ->
                "Look at the attribute mapping in your identity provider: the value named in the reason is missing or"
                        + " of the wrong kind.";
            case "mutability" -> "Remove this attribute from the mapping: it cannot be changed by provisioning.";
            default -> "Look at the reason; the attribute mapping in your identity provider is the usual cause.";
        };
    }
}
