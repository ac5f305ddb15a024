package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.Effects;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one entry of the log.
 *
 * @param remedy what helps, or null where nothing was refused
 * @param scimType what the refusal's answer said beside its status, or null
 * @param changes what changed, by attribute
 * @param hidden how many values are hidden as personal data
 * @param effects what it caused
 * @param events how others were told of it
 * @param existing the person of the company who has what was asked for, or null
 */
public record LogDetail(
        LogPage.Entry entry,
        @Nullable String remedy,
        @Nullable String scimType,
        List<Change> changes,
        int hidden,
        Effects effects,
        List<Event> events,
        @Nullable Existing existing) {

    /**
     * A changed value.
     *
     * @param attribute its path, such as {@code name.givenName} or {@code emails[work].value}
     * @param before null when there was none
     * @param after null when there is none now
     * @param hidden whether the values are hidden, as personal data
     */
    public record Change(
            String attribute,
            @Nullable String before,
            @Nullable String after,
            boolean hidden) {}

    /**
     * How far one receiver was told of one event.
     *
     * @param type what happened, such as {@code session-revoked}
     * @param receiver which of the company's or the platforms' streams
     * @param state open, delivered or given up
     * @param attempts how often it was tried
     * @param deliveredAt when the receiver took it, or null
     */
    public record Event(
            String type,
            String receiver,
            State state,
            int attempts,
            @Nullable Instant deliveredAt) {}

    /** How far the telling of an event is. */
    public enum State {
        /** Still to be taken. */
        OPEN,
        /** The receiver took it. */
        DELIVERED,
        /** It was tried for as long as it is, and given up. */
        GIVEN_UP
    }

    /** A person of the company who stands in the way. */
    public record Existing(
            UUID id,
            String userName,
            @Nullable String loginEmail,
            boolean active,
            @Nullable Instant scimManagedSince,
            Instant createdAt) {}
}
