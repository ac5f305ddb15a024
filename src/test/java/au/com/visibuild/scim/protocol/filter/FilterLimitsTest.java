package au.com.visibuild.scim.protocol.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import au.com.visibuild.scim.protocol.error.ScimException;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FilterLimitsTest {

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments("(".repeat(20_000) + "a pr" + ")".repeat(20_000), "longer than 8192"),
                arguments("(".repeat(2_000) + "a pr" + ")".repeat(2_000), "deeper than 32"),
                arguments("not ".repeat(10) + "not(".repeat(1_000), "position 5"),
                arguments("not(".repeat(1_000), "deeper than 32"),
                arguments(terms(10_000), "longer than 8192"),
                arguments(terms(500), "more than 200"),
                arguments("e[" + terms(500) + "]", "more than 200"),
                arguments("a eq \"" + "x".repeat(1_000_000) + "\"", "longer than 8192"),
                arguments("a eq 1e1000000000", "number of at most 40 digits"),
                arguments("a eq " + "9".repeat(8_000), "number of at most 40 digits"),
                arguments("a eq 1" + ".0".repeat(3_000), "number of at most 40 digits"),
                arguments("a".repeat(8_000) + " pr", "expected an attribute name"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileFilterIsRefusedAtOnceAndTheLimitIsNamed(String text, String detail) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> FilterParser.parse(text))
                        .isInstanceOf(ScimException.class)
                        .hasMessageContaining(detail)
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300)));
    }

    @Test
    void aFilterAtEachLimitIsRead() {
        String deepest = "(".repeat(FilterParser.MAX_DEPTH) + "a pr" + ")".repeat(FilterParser.MAX_DEPTH);
        String padded = "a pr";
        String longest = padded + " ".repeat(FilterParser.MAX_LENGTH - padded.length());

        assertThatCode(() -> FilterParser.parse(deepest)).doesNotThrowAnyException();
        assertThatCode(() -> FilterParser.parse(longest)).doesNotThrowAnyException();
        assertThatCode(() -> FilterParser.parse(terms(FilterParser.MAX_TERMS))).doesNotThrowAnyException();
    }

    @Test
    void oneMoreThanEachLimitIsRefused() {
        String deeper = "(".repeat(FilterParser.MAX_DEPTH + 1) + "a pr" + ")".repeat(FilterParser.MAX_DEPTH + 1);
        String longer = "a pr" + " ".repeat(FilterParser.MAX_LENGTH - 3);

        assertThatThrownBy(() -> FilterParser.parse(deeper)).hasMessageContaining("deeper than 32");
        assertThatThrownBy(() -> FilterParser.parse(longer)).hasMessageContaining("longer than 8192");
        assertThatThrownBy(() -> FilterParser.parse(terms(FilterParser.MAX_TERMS + 1)))
                .hasMessageContaining("more than 200");
    }

    @Test
    void closedParenthesesDoNotCountAsDepth() {
        String wide = String.join(" or ", Collections.nCopies(100, "((a pr))"));

        assertThatCode(() -> FilterParser.parse(wide)).doesNotThrowAnyException();
    }

    private static String terms(int number) {
        return String.join(" and ", Collections.nCopies(number, "a pr"));
    }
}
