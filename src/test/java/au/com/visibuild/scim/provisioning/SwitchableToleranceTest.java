package au.com.visibuild.scim.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.protocol.interop.Tolerance;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwitchableToleranceTest {

    private static final String OFF = "visibuild.provisioning.tolerances-off";

    @Test
    void withoutTheSettingEveryToleranceIsGranted() {
        ProvisioningConfig config = read(Map.of());

        assertThat(config.tolerant()).isTrue();
        assertThat(config.tolerancesOff()).isEmpty();
    }

    @Test
    void tolerancesAreTakenAwayByTheirNumbers() {
        assertThat(read(Map.of(OFF, "T4, t22")).tolerancesOff().orElseThrow())
                .containsExactlyInAnyOrder(Tolerance.T4, Tolerance.T22);
    }

    @Test
    void whatIsNoToleranceOrARuleOfTheRfcStopsTheStart() {
        for (String wrong : new String[] {"T99", "T14", "T4;T22", "all"}) {
            assertThatThrownBy(() -> read(Map.of(OFF, "T1," + wrong)))
                    .as(wrong)
                    .hasStackTraceContaining(
                            "'" + wrong + "' is no tolerance that can be switched off; those are T1, T2, ");
        }
    }

    private static ProvisioningConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ProvisioningConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ProvisioningConfig.class);
    }
}
