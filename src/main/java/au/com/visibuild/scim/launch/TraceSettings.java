package au.com.visibuild.scim.launch;

import java.util.List;
import java.util.Optional;

/** Traces are written where there is somewhere to send them, and only there. */
final class TraceSettings {

    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String TRACES_ENDPOINT = "quarkus.otel.exporter.otlp.traces.endpoint";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";

    /** The names of the OpenTelemetry specification. */
    private static final List<String> STANDARD =
            List.of("otel.exporter.otlp.traces.endpoint", "otel.exporter.otlp.endpoint");

    private final LaunchSettings settings;

    TraceSettings(LaunchSettings settings) {
        this.settings = settings;
    }

    /** Tells the framework. */
    void apply() {
        Optional<String> own = settings.text(TRACES_ENDPOINT).or(() -> settings.text(ENDPOINT));
        Optional<String> standard =
                STANDARD.stream().map(settings::text).flatMap(Optional::stream).findFirst();
        if (own.isEmpty()) {
            standard.ifPresent(endpoint -> System.setProperty(TRACES_ENDPOINT, endpoint));
        }
        if (own.isPresent() || standard.isPresent()) {
            System.setProperty(DISABLED, "false");
        }
    }
}
