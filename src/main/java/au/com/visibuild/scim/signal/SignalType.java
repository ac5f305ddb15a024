package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.outbox.EventType;
import java.util.Arrays;
import java.util.List;

/** The kinds of security event that this service tells, each by its URI. */
enum SignalType {
    SESSION_REVOKED("https://schemas.openid.net/secevent/caep/event-type/session-revoked"),
    ACCOUNT_DISABLED("https://schemas.openid.net/secevent/risc/event-type/account-disabled"),
    ACCOUNT_ENABLED("https://schemas.openid.net/secevent/risc/event-type/account-enabled"),
    IDENTIFIER_CHANGED("https://schemas.openid.net/secevent/risc/event-type/identifier-changed"),
    ACCOUNT_PURGED("https://schemas.openid.net/secevent/risc/event-type/account-purged"),
    VERIFICATION("https://schemas.openid.net/secevent/ssf/event-type/verification"),
    STREAM_UPDATED("https://schemas.openid.net/secevent/ssf/event-type/stream-updated");

    private final String uri;

    SignalType(String uri) {
        this.uri = uri;
    }

    /** The key in the token's {@code events}. */
    String uri() {
        return uri;
    }

    /** Whether it is about a stream rather than a person: every stream gets its own, nobody has to ask. */
    boolean isOfStream() {
        return this == VERIFICATION || this == STREAM_UPDATED;
    }

    static SignalType of(EventType type) {
        return switch (type) {
            case SESSION_REVOKED -> SESSION_REVOKED;
            case ACCOUNT_DISABLED -> ACCOUNT_DISABLED;
            case ACCOUNT_ENABLED -> ACCOUNT_ENABLED;
            case IDENTIFIER_CHANGED -> IDENTIFIER_CHANGED;
            case ACCOUNT_PURGED -> ACCOUNT_PURGED;
        };
    }

    /** What a stream can ask for. */
    static List<SignalType> ofPeople() {
        return Arrays.stream(values()).filter(type -> !type.isOfStream()).toList();
    }
}
