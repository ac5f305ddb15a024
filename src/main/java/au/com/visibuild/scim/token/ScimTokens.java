package au.com.visibuild.scim.token;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.token.Authentication.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Issues, ends and checks SCIM tokens. A company has at most one live token; the database holds that too. */
@ApplicationScoped
public class ScimTokens {

    private static final String INVALID_TOKEN = "invalid_token";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] NO_DIGEST = new byte[32];

    private final ScimTokenStore store;
    private final TokenUses uses;
    private final TokenMetrics metrics;
    private final TokenConfig config;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ScimTokens(ScimTokenStore store, TokenUses uses, TokenMetrics metrics, TokenConfig config, Ids ids, Clock clock) {
        this.store = store;
        this.uses = uses;
        this.metrics = metrics;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** A token and, this once, its secret. */
    public record Issued(ScimToken token, TokenSecret secret) {}

    /** Makes a token, in the caller's transaction. The company must have no live one. */
    public Uni<Issued> issue(CompanyId company, String by) {
        return issue(company, by, TokenSecret.generate(random));
    }

    /** Makes this very token, in the caller's transaction: the demo's fixed one. */
    public Uni<Issued> issue(CompanyId company, String by, TokenSecret secret) {
        Instant now = clock.instant();
        ScimToken token = new ScimToken(ids.next(), company, secret, now, by, now.plus(config.lifetime()));
        return store.persist(token).map(_ -> new Issued(token, secret));
    }

    /** Ends the company's live token, if it has one, in the caller's transaction. Answers the ended one or null. */
    public Uni<@Nullable ScimToken> endLive(CompanyId company, ScimToken.EndReason reason, String by) {
        return store.findLiveForUpdate(company).call(token -> {
            if (token == null) {
                return Uni.createFrom().voidItem();
            }
            token.end(reason, by, clock.instant());
            return store.flush();
        });
    }

    /** What a clue is good for. */
    public enum Trace {
        /** A token that is good now. */
        LIVE,
        /** One that another has replaced. */
        REPLACED,
        /** One that ended when SCIM was switched off. */
        SWITCHED_OFF,
        /** One that is past its end. */
        EXPIRED,
        /** One of a company whose account has no SCIM at present. */
        FEATURE_OFF,
        /** The key id of one, and something else behind it. */
        DAMAGED
    }

    /** Whose token a clue leads to. */
    public record Linked(CompanyId company, Trace trace) {}

    /** Follows clues of refused requests, apart from them: one statement for all. What leads nowhere is left out. */
    public Uni<Map<TokenClue, Linked>> follow(Collection<TokenClue> clues) {
        Set<String> keyIds = clues.stream().map(TokenClue::keyId).collect(Collectors.toSet());
        return store.findByKeyIds(keyIds).map(found -> {
            Map<TokenClue, Linked> linked = new HashMap<>();
            for (TokenClue clue : clues) {
                ScimTokenStore.Candidate candidate = found.get(clue.keyId());
                if (candidate != null) {
                    linked.put(clue, new Linked(candidate.company(), trace(clue, candidate)));
                }
            }
            return linked;
        });
    }

    /** Which companies those key ids belong to. What belongs to none is left out. */
    public Uni<Map<String, CompanyId>> owners(Collection<String> keyIds) {
        return store.findByKeyIds(keyIds).map(found -> {
            Map<String, CompanyId> owners = new HashMap<>();
            found.forEach((keyId, candidate) -> owners.put(keyId, candidate.company()));
            return owners;
        });
    }

    private Trace trace(TokenClue clue, ScimTokenStore.Candidate candidate) {
        if (!clue.matches(candidate.digest().getBytes())) {
            return Trace.DAMAGED;
        }
        return switch (candidate.endedReason()) {
            case REGENERATED -> Trace.REPLACED;
            case DISABLED -> Trace.SWITCHED_OFF;
            case null ->
                !clock.instant().isBefore(candidate.expiresAt())
                        ? Trace.EXPIRED
                        : candidate.featureOn() ? Trace.LIVE : Trace.FEATURE_OFF;
        };
    }

    /** From when on the company may replace its token again, or null when it may now. Needs an open session. */
    public Uni<@Nullable Instant> replaceableFrom(CompanyId company) {
        return store.replacedAt(company, config.replacementsAnHour() - 1).map(at -> {
            Instant from = at == null ? null : at.plus(HOUR);
            return from == null || !from.isAfter(clock.instant()) ? null : from;
        });
    }

    /** All tokens the company ever had, newest first; at most a hundred. Needs an open session. */
    public Uni<List<ScimToken>> history(CompanyId company) {
        return store.history(company);
    }

    /** The company's live token, or null. Needs an open session. */
    public Uni<@Nullable ScimToken> live(CompanyId company) {
        return store.findLive(company);
    }

    /**
     * Checks the {@code Authorization} headers of a request: by the database each time, so that an ended token is
     * refused from the commit on, on every replica.
     *
     * @param headers all values of the header, as received
     */
    public Uni<Authentication> authenticate(List<String> headers) {
        return read(headers).invoke(metrics::seen);
    }

    private Uni<Authentication> read(List<String> headers) {
        if (headers.isEmpty()) {
            return refused(
                    Reason.MISSING,
                    401,
                    null,
                    "The request has no Authorization header. Send: Authorization: Bearer <token>.");
        }
        if (headers.size() > 1) {
            return refused(
                    Reason.MALFORMED, 400, "invalid_request", "The request has more than one Authorization header.");
        }
        String header = headers.getFirst().strip();
        int blank = header.indexOf(' ');
        String scheme = (blank < 0 ? header : header.substring(0, blank)).toLowerCase(Locale.ROOT);
        if (!scheme.equals("bearer")) {
            return refused(Reason.MISSING, 401, null, "The Authorization header is not of the form: Bearer <token>.");
        }
        String credentials = blank < 0 ? "" : header.substring(blank).strip();
        if (credentials.isEmpty()) {
            return refused(
                    Reason.MISSING, 400, "invalid_request", "The Authorization header has no token after Bearer.");
        }
        return check(credentials);
    }

    private Uni<Authentication> check(String credentials) {
        TokenSecret secret = TokenSecret.parse(credentials);
        if (secret == null) {
            return refused(Reason.MALFORMED, 401, INVALID_TOKEN, adviceOn(credentials));
        }
        return store.findByKeyId(secret.keyId()).map(candidate -> verdict(secret, candidate));
    }

    private Authentication verdict(TokenSecret secret, ScimTokenStore.@Nullable Candidate candidate) {
        // An unknown key id costs the same comparison, so that time tells nothing.
        byte[] expected = candidate == null ? NO_DIGEST : candidate.digest().getBytes();
        boolean same = MessageDigest.isEqual(secret.digest(), expected);
        if (candidate == null || !same) {
            return new Authentication.Refused(
                    Reason.UNKNOWN, 401, INVALID_TOKEN, "The token is not known. Copy it again, whole.");
        }
        Instant now = clock.instant();
        if (candidate.endedReason() != null) {
            return switch (candidate.endedReason()) {
                case REGENERATED ->
                    new Authentication.Refused(
                            Reason.REPLACED, 401, INVALID_TOKEN, "The token was replaced. Use the newer one.");
                case DISABLED ->
                    new Authentication.Refused(
                            Reason.REVOKED,
                            401,
                            INVALID_TOKEN,
                            "SCIM was switched off for this company. Switch it on and use the new token.");
            };
        }
        if (!now.isBefore(candidate.expiresAt())) {
            return new Authentication.Refused(
                    Reason.EXPIRED, 401, INVALID_TOKEN, "The token has expired. Regenerate it.");
        }
        if (!candidate.featureOn()) {
            return new Authentication.Refused(
                    Reason.OFF,
                    401,
                    INVALID_TOKEN,
                    "SCIM is not part of this company's account at present. Ask Visibuild.");
        }
        uses.seen(candidate.id(), now, candidate.lastUsedAt());
        return new Authentication.Accepted(candidate.company(), secret.keyId());
    }

    /** Says what is wrong with a token that is none, without repeating any of it. */
    private static String adviceOn(String credentials) {
        if (credentials.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return "The word Bearer stands twice. Paste the token alone into the identity provider's field.";
        }
        if (credentials.startsWith("\"") || credentials.endsWith("\"") || credentials.startsWith("'")) {
            return "The token stands in quotation marks. Paste it without them.";
        }
        return "The token is not one of ours, or some characters are missing. Copy it again, whole.";
    }

    private static Uni<Authentication> refused(Reason reason, int status, @Nullable String error, String detail) {
        return Uni.createFrom().item(new Authentication.Refused(reason, status, error, detail));
    }
}
