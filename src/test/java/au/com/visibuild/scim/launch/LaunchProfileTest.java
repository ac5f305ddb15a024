package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchProfileTest {

    @Test
    void aPackageRunsAsWhatItWasBuiltFor() {
        assertThat(LaunchProfile.of(Optional.empty(), false, false).names()).containsExactly("prod");
        assertThat(LaunchProfile.of(Optional.empty(), false, true).names()).containsExactly("demo");
    }

    @Test
    void devModeIsDev() {
        assertThat(LaunchProfile.of(Optional.empty(), true, true).names()).containsExactly("dev");
    }

    @Test
    void whatIsAskedForWins() {
        assertThat(LaunchProfile.of(Optional.of("staging, eu"), true, true).names())
                .containsExactly("staging", "eu");
    }
}
