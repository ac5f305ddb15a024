package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.keys.Signatures;
import au.com.visibuild.scim.session.RevocationReason;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes security event tokens (RFC 8417, profiled by SSF 1.0 §4): one event each, {@code typ} {@code secevent+jwt},
 * neither {@code sub} nor {@code exp}. The {@code jti} is the delivery's id, so that a repeat can be recognised; the
 * subject is named as the stream asks, by the login e-mail before the change if it does not.
 */
@ApplicationScoped
class SecurityEvents {

    private static final String TYPE = "secevent+jwt";

    private final Signatures signatures;

    SecurityEvents(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The signed token; the same whenever it is asked for. */
    String sign(Signal signal) {
        JsonObject claims = new JsonObject()
                .put("iss", signatures.issuer())
                .put("jti", signal.id().toString())
                .put("iat", signal.createdAt().getEpochSecond())
                .put("aud", signal.audience())
                .put("txn", signal.txn())
                .put("toe", signal.occurredAt().getEpochSecond())
                .put("sub_id", subject(signal))
                .put("events", new JsonObject().put(signal.type().uri(), payload(signal)));
        return signatures.sign(TYPE, claims.encode());
    }

    private JsonObject subject(Signal signal) {
        if (signal.user() == null) {
            return opaque(signal.stream());
        }
        String email = signal.payload().getString("email");
        // An identifier that changed is named by its old value, whatever the stream asks for (RISC §2.5).
        SubjectFormat format = signal.type() == SignalType.IDENTIFIER_CHANGED ? SubjectFormat.EMAIL : signal.format();
        return switch (format) {
            case EMAIL ->
                email == null
                        ? opaque(signal.user())
                        : new JsonObject().put("format", "email").put("email", email);
            case ISS_SUB ->
                new JsonObject()
                        .put("format", "iss_sub")
                        .put("iss", signatures.issuer())
                        .put("sub", signal.user().toString());
            case OPAQUE -> opaque(signal.user());
        };
    }

    private static JsonObject opaque(UUID id) {
        return new JsonObject().put("format", "opaque").put("id", id.toString());
    }

    private static JsonObject payload(Signal signal) {
        JsonObject payload = new JsonObject();
        JsonObject known = signal.payload();
        return switch (signal.type()) {
            case SESSION_REVOKED ->
                because(
                        payload.put("event_timestamp", signal.occurredAt().getEpochSecond()),
                        known.getString("reason"));
            case IDENTIFIER_CHANGED ->
                known.getString("newEmail") == null ? payload : payload.put("new-value", known.getString("newEmail"));
            case ACCOUNT_DISABLED, ACCOUNT_ENABLED, ACCOUNT_PURGED -> payload;
            case VERIFICATION, STREAM_UPDATED -> known;
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
