package au.com.visibuild.scim.protocol.resource;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceVersionTest {

    private final ResourceVersion seven = new ResourceVersion(7);

    @Test
    @Requirement({"CM-18", "ET-01"})
    void theTagIsWeak() {
        assertThat(seven.etag()).isEqualTo("W/\"7\"");
    }

    @Test
    void withoutAHeaderEveryRequestGoesOn() {
        assertThat(seven.satisfiesIfMatch(null)).isTrue();
        assertThat(seven.satisfiesIfNoneMatch(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"7\"",
                "w/\"7\"",
                "\"7\"",
                "7",
                "W/7",
                "*",
                "  *  ",
                "W/\"6\", W/\"7\"",
                "\"a, b\",\"7\"",
                " , W/\"7\" ,"
            })
    @Requirement({"ET-03", "ET-04"})
    void aHeaderThatNamesTheVersionLetsWritesOnAndSparesReads(String header) {
        assertThat(seven.satisfiesIfMatch(header)).isTrue();
        assertThat(seven.satisfiesIfNoneMatch(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"6\"",
                "\"77\"",
                "\"07\"",
                "\" 7\"",
                "",
                " ",
                "W/",
                "\"",
                "\"7",
                "7\"",
                "\"unterminated, 7",
                "\"a\" 7",
                "\0",
                "W/\"7\"x",
                "X/\"7\"",
                "\"6, 7\""
            })
    @Requirement({"ET-03", "ET-04"})
    void anyOtherHeaderStopsWritesAndNeverFails(String header) {
        assertThat(seven.satisfiesIfMatch(header)).isFalse();
        assertThat(seven.satisfiesIfNoneMatch(header)).isTrue();
    }

    @Test
    void aLongHeaderIsReadInBoundedTime() {
        assertThat(seven.satisfiesIfMatch("\"" + "a".repeat(1_000_000))).isFalse();
        assertThat(seven.satisfiesIfMatch(" ,".repeat(500_000) + "x y")).isFalse();
        assertThat(seven.satisfiesIfMatch("\"6\",".repeat(200_000) + "\"7\"")).isTrue();
    }
}
