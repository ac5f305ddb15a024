package au.com.visibuild.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoctorWordsTest {

    /** Of what findings are made beside their own sentences. */
    private static final List<String> PARTS =
            List.of("scheme", "contentType", "writes", "switchedOff", "conflict", "after", "instead");

    @ParameterizedTest
    @EnumSource
    void eachFindingHasASentenceAndANextStep(Finding finding) {
        assertThat(DoctorWords.message(finding, Map.of())).isNotBlank();
        assertThat(DoctorWords.nextStep(finding, Map.of())).isNotBlank();
    }

    @Test
    void noSentenceIsOfAFindingThatThereIsNot() {
        List<String> known = Stream.concat(Arrays.stream(Finding.values()).map(Finding::name), PARTS.stream())
                .toList();

        assertThat(DoctorWords.SENTENCES.keys())
                .allSatisfy(key -> assertThat(known).contains(key.split("\\.", 2)[0]));
    }
}
