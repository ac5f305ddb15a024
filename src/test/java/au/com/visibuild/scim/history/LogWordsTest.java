package au.com.visibuild.scim.history;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditEntry.Outcome;
import au.com.visibuild.scim.audit.Effects;
import au.com.visibuild.scim.audit.LogEntry;
import au.com.visibuild.scim.audit.Origin;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogWordsTest {

    static Stream<Arguments> everyActAndOutcome() {
        return Arrays.stream(AuditAction.values())
                .flatMap(action -> Arrays.stream(Outcome.values()).map(outcome -> Arguments.of(action, outcome)));
    }

    @ParameterizedTest
    @MethodSource("everyActAndOutcome")
    void eachActHasASentenceForEachOutcome(AuditAction action, Outcome outcome) {
        assertThat(LogWords.what(entry(action, outcome, null, null, null), "ada"))
                .isNotBlank()
                .doesNotContain("{", "–");
    }

    @ParameterizedTest
    @EnumSource
    void everyoneWhoActsHasAName(Origin.Kind kind) {
        assertThat(LogWords.SENTENCES.tell("actor." + kind)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "DEACTIVATE_USER | DONE | Deactivated ada",
                "DEACTIVATE_USER | NO_CHANGE | Nothing to do: deactivate ada",
                "ASSIGN_ROLE | REFUSED | Refused: give a role to ada",
                "DELETE_USER | FAILED | Failed on our side: remove ada",
            })
    void whatHappenedIsToldByActAndOutcome(AuditAction action, Outcome outcome, String sentence) {
        assertThat(LogWords.what(entry(action, outcome, null, null, null), "ada"))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "3 | 5 | 2 | 3 roles and 5 project memberships ended, signed out of 2 sessions",
                "1 | null | null | 1 role ended",
                "0 | 1 | 0 | 1 project membership ended",
                "null | null | 1 | signed out of 1 session",
                "0 | 0 | 0 | null",
            })
    void whatItCausedIsCounted(
            @Nullable Integer roles,
            @Nullable Integer projects,
            @Nullable Integer sessions,
            @Nullable String sentence) {
        assertThat(LogWords.effects(new Effects(roles, projects, sessions, null)))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "404, , looks the person up again",
        "412, , reads again and repeats",
        "413, , send less in one request",
        "501, , not offered",
        "409, uniqueness, staff can release it",
        "400, invalidSyntax, not well-formed",
        "400, invalidPath, an attribute that there is not",
        "400, mutability, cannot be changed by provisioning",
        "400, , the usual cause",
        "422, somethingNew, the usual cause",
    })
    void eachRefusalHasARemedy(int status, @Nullable String scimType, String part) {
        assertThat(LogWords.remedy(entry(AuditAction.UPDATE_USER, Outcome.REFUSED, status, scimType, null)))
                .contains(part);
    }

    @Test
    void aConflictWithAPersonOfTheCompanyIsForTheIdentityProviderToMatch() {
        assertThat(LogWords.remedy(
                        entry(AuditAction.CREATE_USER, Outcome.REFUSED, 409, "uniqueness", UUID.randomUUID())))
                .contains("match by userName");
    }

    @Test
    void whatWasDoneNeedsNoRemedy() {
        assertThat(LogWords.remedy(entry(AuditAction.CREATE_USER, Outcome.DONE, 201, null, null)))
                .isNull();
    }

    private static LogEntry entry(
            AuditAction action,
            Outcome outcome,
            @Nullable Integer status,
            @Nullable String scimType,
            @Nullable UUID inTheWay) {
        return new LogEntry(
                UUID.randomUUID(),
                Instant.EPOCH,
                Origin.Kind.SCIM,
                "key",
                action,
                outcome,
                null,
                "ada",
                "request",
                status,
                scimType,
                null,
                inTheWay,
                null,
                null);
    }
}
