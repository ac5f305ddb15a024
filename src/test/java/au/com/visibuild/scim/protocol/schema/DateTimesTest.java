package au.com.visibuild.scim.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.requirement.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2010-01-23T04:56:22Z",
                "2008-01-23T04:56:22",
                "2024-02-29T23:59:59.123456789+14:00",
                "2024-12-31T24:00:00Z",
                "-0044-03-15T12:00:00-05:30",
                "12345-01-01T00:00:00Z"
            })
    @Requirement("AT-08")
    void aDateWithATimeIsValid(String text) {
        assertThat(DateTimes.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2010-01-23",
                "04:56:22Z",
                "2010-01-23 04:56:22Z",
                "2010-01-23T04:56Z",
                "2010-13-01T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "2010-01-23T25:00:00Z",
                "2010-01-23T24:00:01Z",
                "2010-01-23T04:56:60Z",
                "2010-01-23T04:56:22.Z",
                "2010-01-23T04:56:22+15:00",
                "2010-01-23T04:56:22z",
                "10-01-23T04:56:22Z",
                "2010-01-23T04:56:22Z\n"
            })
    @Requirement("AT-08")
    void anythingElseIsNot(String text) {
        assertThat(DateTimes.isValid(text)).isFalse();
    }
}
