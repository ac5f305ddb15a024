package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.connection.ConnectionStore.Kept;
import au.com.visibuild.scim.connection.ConnectionStore.Route;
import au.com.visibuild.scim.history.LogDetail;
import au.com.visibuild.scim.token.ScimToken;
import au.com.visibuild.scim.token.TokenClue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a request that was kept to the sentences about it. */
final class Facts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ConnectionDoctor.Evidence evidence;

    Facts(ConnectionDoctor.Evidence evidence) {
        this.evidence = evidence;
    }

    Diagnosis.Verdict verdict(Kept one, int times) {
        Map<String, String> facts = of(one);
        return new Diagnosis.Verdict(
                one.finding(),
                DoctorWords.message(one.finding(), facts),
                DoctorWords.nextStep(one.finding(), facts),
                one.at(),
                one.requestId(),
                times);
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

    /** Nothing in the window: nothing ever, or nothing since. Who watches live waits for a new one. */
    Diagnosis.Verdict withoutEvidence() {
        Route last = evidence.routes().stream()
                .filter(route -> route.lastOkAt() != null)
                .max(Comparator.comparing(route -> Objects.requireNonNull(route.lastOkAt())))
                .orElse(null);
        Map<String, String> facts = new HashMap<>();
        Instant at = null;
        Finding finding = Finding.NOTHING_SEEN;
        facts.put("since", TIME.format(evidence.since()));
        if (last != null && !evidence.live()) {
            at = last.lastOkAt();
            // What went well within the window and was not kept singly is no silence.
            finding = at != null && at.isBefore(evidence.since()) ? Finding.WORKS_THEN_QUIET : Finding.WORKS;
            facts.put("at", TIME.format(Objects.requireNonNull(at)));
            facts.put("route", last.route());
            facts.put("status", String.valueOf(last.lastStatus()));
            facts.put("millis", String.valueOf(last.lastOkMillis()));
            facts.put("writes", writes());
        }
        return new Diagnosis.Verdict(
                finding, DoctorWords.message(finding, facts), DoctorWords.nextStep(finding, facts), at, null, 0);
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
        facts.put("at", TIME.format(one.at()));
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
        facts.put("existing", conflict(facts, evidence.existing()));
        return facts;
    }

    private void ended(ScimToken token, Map<String, String> facts) {
        Instant end = token.endedAt() == null ? token.expiresAt() : token.endedAt();
        facts.put("ended", DAY.format(end));
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
        facts.put("since", DAY.format(managed == null ? person.createdAt() : managed));
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
