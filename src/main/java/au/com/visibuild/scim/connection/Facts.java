package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.connection.ConnectionStore.Kept;
import au.com.visibuild.scim.connection.ConnectionStore.Route;
import au.com.visibuild.scim.history.LogDetail;
import au.com.visibuild.scim.platform.PlainTime;
import au.com.visibuild.scim.token.ScimToken;
import au.com.visibuild.scim.token.TokenClue;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a request that was kept to the sentences about it. */
final class Facts {

    private static final Set<Finding> NEEDS_A_TOKEN =
            EnumSet.of(Finding.TOKEN_REPLACED, Finding.TOKEN_EXPIRED, Finding.TOKEN_TRUNCATED, Finding.TOKEN_ALTERED);

    private final ConnectionDoctor.Evidence evidence;

    Facts(ConnectionDoctor.Evidence evidence) {
        this.evidence = evidence;
    }

    Diagnosis.Verdict verdict(Kept one, int times) {
        Map<String, String> facts = of(one);
        return new Diagnosis.Verdict(
                one.finding(),
                DoctorWords.message(one.finding(), facts),
                nextStep(one.finding(), facts),
                one.at(),
                one.requestId(),
                times);
    }

    /** No token helps as long as SCIM is off. */
    private String nextStep(Finding finding, Map<String, String> facts) {
        return !evidence.isOn() && NEEDS_A_TOKEN.contains(finding)
                ? DoctorWords.SENTENCES.tell("switchedOff.isOff")
                : DoctorWords.nextStep(finding, facts);
    }

    Diagnosis.Seen seen(Kept one) {
        return new Diagnosis.Seen(
                one.id(),
                one.at(),
                one.finding(),
                DoctorWords.message(one.finding(), of(one)),
                one.method(),
                one.path(),
                one.status(),
                one.detail(),
                one.keyId(),
                one.userAgent(),
                one.requestId(),
                one.millis());
    }

    /** Requests that came after all that was kept singly, and did not go well: too many to look at each. */
    Optional<Diagnosis.Verdict> countedOnly() {
        Instant known = evidence.kept().stream()
                .map(Kept::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant worked = lastWorking().map(Route::lastOkAt).orElse(Instant.MIN);
        return lastWrong()
                .filter(route -> !route.lastAt().isBefore(evidence.since()))
                .filter(route -> route.lastAt().isAfter(known) && route.lastAt().isAfter(worked))
                .map(route -> told(Finding.COUNTED_ONLY, route.lastAt(), last(route)));
    }

    /** Nothing was kept in the window: nothing came, or nothing since, or what came went well and was only counted. */
    Diagnosis.Verdict withoutEvidence() {
        Route worked = lastWorking().orElse(null);
        Instant at = worked == null ? null : worked.lastOkAt();
        boolean within = at != null && !at.isBefore(evidence.since());
        if (worked == null || at == null || (evidence.live() && !within)) {
            return told(Finding.NOTHING_SEEN, null, Map.of("since", PlainTime.seconds(evidence.since())));
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("at", PlainTime.seconds(at));
        facts.put("route", worked.route());
        facts.put("millis", String.valueOf(worked.lastOkMillis()));
        facts.put("writes", writes());
        facts.put("after", after(at));
        return told(within ? Finding.WORKS : Finding.WORKS_THEN_QUIET, at, facts);
    }

    private Diagnosis.Verdict told(Finding finding, @Nullable Instant at, Map<String, String> facts) {
        return new Diagnosis.Verdict(
                finding, DoctorWords.message(finding, facts), DoctorWords.nextStep(finding, facts), at, null, 0);
    }

    private Optional<Route> lastWorking() {
        return evidence.routes().stream()
                .filter(route -> route.lastOkAt() != null)
                .max(Comparator.comparing(route -> Objects.requireNonNull(route.lastOkAt())));
    }

    private Optional<Route> lastWrong() {
        return evidence.routes().stream().filter(Route::wentWrong).max(Comparator.comparing(Route::lastAt));
    }

    /** What came after the last request that went well. */
    private String after(Instant worked) {
        return lastWrong()
                .filter(route -> route.lastAt().isAfter(worked))
                .map(route -> DoctorWords.SENTENCES.tell("after.wrong", last(route)))
                .orElseGet(() -> DoctorWords.SENTENCES.tell("after.nothing"));
    }

    private static Map<String, String> last(Route route) {
        return Map.of(
                "at", PlainTime.seconds(route.lastAt()),
                "route", route.route(),
                "status", String.valueOf(route.lastStatus()));
    }

    private String writes() {
        boolean wrote = evidence.routes().stream()
                .anyMatch(route -> route.lastOkAt() != null
                        && !route.route().startsWith("GET ")
                        && !route.route().endsWith("/.search"));
        return DoctorWords.SENTENCES.tell(wrote ? "writes.seen" : "writes.none");
    }

    private Map<String, String> of(Kept one) {
        Map<String, String> facts = new HashMap<>();
        facts.put("at", PlainTime.seconds(one.at()));
        facts.put("method", one.method());
        facts.put("path", one.path());
        facts.put("route", one.route());
        facts.put("status", String.valueOf(one.status()));
        facts.put("millis", String.valueOf(one.millis()));
        facts.put("requestId", one.requestId());
        put(facts, "token", one.keyId());
        put(facts, "detail", one.detail());
        put(facts, "length", one.tokenLength());
        facts.put(
                "scheme",
                one.scheme() == null || one.scheme().isEmpty()
                        ? DoctorWords.SENTENCES.tell("scheme.unknown")
                        : one.scheme());
        facts.put(
                "contentType",
                one.contentType() == null ? DoctorWords.SENTENCES.tell("contentType.missing") : one.contentType());
        facts.put("whole", String.valueOf(TokenClue.wholeLength()));
        facts.put(
                "switchedOff", DoctorWords.SENTENCES.tell(evidence.isOn() ? "switchedOff.isOn" : "switchedOff.isOff"));
        evidence.tokens().stream()
                .filter(token -> token.keyId().equals(one.keyId()))
                .findFirst()
                .ifPresent(token -> ended(token, facts));
        facts.put("existing", conflict(facts, evidence.existing().get(one.requestId())));
        facts.put("instead", DoctorWords.SENTENCES.tell("instead." + instead(one)));
        return facts;
    }

    /** What is asked for where it is not offered. */
    private static String instead(Kept one) {
        if (one.route().endsWith(" /Me")) {
            return "me";
        }
        return one.route().contains("/Groups") || one.path().endsWith("Group") ? "groups" : "other";
    }

    private void ended(ScimToken token, Map<String, String> facts) {
        Instant end = token.endedAt() == null ? token.expiresAt() : token.endedAt();
        facts.put("ended", PlainTime.minutes(end));
        if (token.endedBy() != null) {
            facts.put("who", evidence.names().getOrDefault(token.endedBy(), token.endedBy()));
        }
    }

    private static String conflict(Map<String, String> facts, LogDetail.@Nullable Existing person) {
        if (person == null) {
            return DoctorWords.SENTENCES.tell("conflict.refused", facts);
        }
        Instant managed = person.scimManagedSince();
        facts.put("userName", person.userName());
        facts.put("since", PlainTime.minutes(managed == null ? person.createdAt() : managed));
        return DoctorWords.SENTENCES.tell(
                "conflict." + (managed == null ? "byHand" : "managed") + (person.active() ? ".active" : ".inactive"),
                facts);
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
