package au.com.visibuild.scim.protocol.interop;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.patch.Patches;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tolerance both ways: the RFC's answer without it, the request understood with it; and where it comes from. */
class ToleranceTest {

    static List<ToleranceCase> cases() {
        return ToleranceCases.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void withAllTolerancesOffTheAnswerIsTheRfcs(ToleranceCase input) {
        assertThat(input.outcome(Dialect.strict())).isEqualTo(input.strict());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theStandardDialectUnderstandsAndNamesTheToleranceThatItNeeded(ToleranceCase input) {
        assertThat(input.outcome(Dialect.standard())).isEqualTo(input.tolerant());
        assertThat(input.read().apply(Dialect.standard()).acted()).isEqualTo(Set.of(input.tolerance()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theOneToleranceIsEnough(ToleranceCase input) {
        Set<Tolerance> others = EnumSet.complementOf(EnumSet.of(input.tolerance()));

        assertThat(input.outcome(Dialect.standard().without(others))).isEqualTo(input.tolerant());
    }

    @Test
    void everyToleranceThatCanBeTakenAwayHasACase() {
        assertThat(cases().stream().map(ToleranceCase::tolerance).collect(toSet()))
                .isEqualTo(repairs());
    }

    @ParameterizedTest
    @EnumSource
    void everyToleranceSaysWhatItDoesAndForWhom(Tolerance tolerance) {
        assertThat(tolerance.title()).matches("[a-z]+(-[a-z]+)*");
        assertThat(tolerance.treatment()).isNotBlank();
        assertThat(tolerance.clients()).isNotBlank();
        assertThat(tolerance.source()).startsWith(tolerance.clients());
        assertThat(Arrays.stream(Tolerance.values()).map(Tolerance::title)).doesNotHaveDuplicates();
        if (tolerance.kind() == Tolerance.Kind.REPAIR) {
            assertThat(tolerance.conversations())
                    .as("conversations of %s", tolerance)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyToleranceIsNeededInTheConversationsThatItNames(Tolerance tolerance) throws IOException {
        for (String conversation : tolerance.conversations()) {
            Set<Tolerance> needed = RecordedTolerances.of(conversation);
            if (tolerance.kind() == Tolerance.Kind.REPAIR) {
                assertThat(needed).as(conversation).contains(tolerance);
            }
        }
    }

    @Test
    void aClientOfTheRfcNeedsNone() throws IOException {
        assertThat(RecordedTolerances.of("generic-rfc")).isEmpty();
        assertThat(RecordedTolerances.of("cursor-pagination")).isEmpty();
    }

    @Test
    void t25DoesNotReachMessagesAndNotWhatIsNoListOfUrns() {
        assertThat(Dialect.standard()
                        .resourceBody(Patches.object("{'schemas':5,'userName':'ada'}"), Dialects.USER)
                        .acted())
                .doesNotContain(Tolerance.T25);
        Dialects.assertRefused(
                ScimType.INVALID_SYNTAX,
                () -> Dialect.standard()
                        .patchBody(Patches.object("{'Operations':[{'op':'remove','path':'title'}]}"), Dialects.USER));
    }

    private static Set<Tolerance> repairs() {
        return Arrays.stream(Tolerance.values())
                .filter(tolerance -> tolerance.kind() == Tolerance.Kind.REPAIR)
                .collect(toSet());
    }
}
