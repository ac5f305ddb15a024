package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.keys.Signatures;
import au.com.visibuild.scim.outbox.UserEvent;
import au.com.visibuild.scim.session.RevocationReason;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes security event tokens (RFC 8417, profiled by SSF 1.0 §4): one event each, {@code typ} {@code secevent+jwt},
 * neither {@code sub} nor {@code exp}. The {@code jti} is the outbox event's id, so that a repeat can be recognised; the
 * subject is the login e-mail before the change, or the person's id where there was none.
 */
@ApplicationScoped
class SecurityEvents {

    private static final String TYPE = "secevent+jwt";
    private static final String CAEP = "https://schemas.openid.net/secevent/caep/event-type/";
    private static final String RISC = "https://schemas.openid.net/secevent/risc/event-type/";

    private final Signatures signatures;
    private final Clock clock;

    SecurityEvents(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /** The signed token for this event and receiver. */
    String sign(UserEvent event, String audience) {
        Instant now = clock.instant();
        JsonObject claims = new JsonObject()
                .put("iss", signatures.issuer())
                .put("jti", event.id().toString())
                .put("iat", now.getEpochSecond())
                .put("aud", audience)
                .put("txn", event.txn())
                .put("toe", event.occurredAt().getEpochSecond())
                .put("sub_id", subject(event))
                .put("events", new JsonObject().put(uri(event), payload(event)));
        return signatures.sign(TYPE, claims.encode());
    }

    private JsonObject subject(UserEvent event) {
        return event.email() == null
                ? new JsonObject()
                        .put("format", "opaque")
                        .put("id", event.user().toString())
                : new JsonObject().put("format", "email").put("email", event.email());
    }

    private static String uri(UserEvent event) {
        return switch (event.type()) {
            case SESSION_REVOKED -> CAEP + "session-revoked";
            case ACCOUNT_DISABLED -> RISC + "account-disabled";
            case ACCOUNT_ENABLED -> RISC + "account-enabled";
            case IDENTIFIER_CHANGED -> RISC + "identifier-changed";
            case ACCOUNT_PURGED -> RISC + "account-purged";
        };
    }

    private static JsonObject payload(UserEvent event) {
        JsonObject payload = new JsonObject();
        return switch (event.type()) {
            case SESSION_REVOKED ->
                because(payload.put("event_timestamp", event.occurredAt().getEpochSecond()), event.reason());
            case IDENTIFIER_CHANGED -> event.newEmail() == null ? payload : payload.put("new-value", event.newEmail());
            case ACCOUNT_DISABLED, ACCOUNT_ENABLED, ACCOUNT_PURGED -> payload;
        };
    }

    /** Why, for those who look after the person's account and for the person (CAEP §2). */
    private static JsonObject because(JsonObject payload, @Nullable String reason) {
        return switch (RevocationReason.named(reason)) {
            case DEPROVISIONED ->
                payload.put("initiating_entity", "admin")
                        .put("reason_admin", text("The person's access was removed by the company."))
                        .put("reason_user", text("Your access was removed by your company."));
            case SIGNED_OUT ->
                payload.put("initiating_entity", "admin")
                        .put("reason_admin", text("The person was signed out everywhere."))
                        .put("reason_user", text("You were signed out everywhere. Please sign in again."));
            case LOGIN_RELEASED ->
                payload.put("initiating_entity", "admin")
                        .put("reason_admin", text("The login e-mail was released: another company uses it."))
                        .put("reason_user", text("Your login e-mail is no longer yours. Ask your company."));
        };
    }

    private static JsonObject text(String english) {
        return new JsonObject().put("en", english);
    }
}
