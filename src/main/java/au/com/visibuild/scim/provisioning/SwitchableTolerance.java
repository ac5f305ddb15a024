package au.com.visibuild.scim.provisioning;

import static java.util.stream.Collectors.joining;

import au.com.visibuild.scim.protocol.interop.Tolerance;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads {@code T4} in a setting. What is no tolerance, or none that can be taken away, stops the start. */
public final class SwitchableTolerance implements Converter<Tolerance> {

    private static final long serialVersionUID = 1;

    @Override
    public Tolerance convert(String value) {
        String number = value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Tolerance.values())
                .filter(tolerance -> tolerance.kind() == Tolerance.Kind.REPAIR)
                .filter(tolerance -> tolerance.name().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + value
                        + "' is no tolerance that can be switched off; " + "those are " + switchable() + "."));
    }

    private static String switchable() {
        return Arrays.stream(Tolerance.values())
                .filter(tolerance -> tolerance.kind() == Tolerance.Kind.REPAIR)
                .map(Tolerance::name)
                .collect(joining(", "));
    }
}
