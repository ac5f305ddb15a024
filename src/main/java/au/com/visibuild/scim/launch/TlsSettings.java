package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.keys.ServerCertificate;
import au.com.visibuild.scim.keys.TlsConfig;
import au.com.visibuild.scim.keys.UnusableKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * HTTPS in the process. Production speaks it, or says that something in front of it does. Two files are all that has to
 * be named: what the framework must be told besides is said here, unless it was set by its own names.
 */
final class TlsSettings {

    static final String CERTIFICATE = "visibuild.tls.certificate-file";
    static final String KEY = "visibuild.tls.key-file";
    static final String ELSEWHERE = "visibuild.tls.ends-elsewhere";

    private static final String INSECURE = "quarkus.http.insecure-requests";
    private static final String SERVER = "quarkus.http.tls-configuration-name";
    private static final String MANAGEMENT = "quarkus.management.tls-configuration-name";
    private static final String REGISTRY = "quarkus.tls." + TlsConfig.NAME + ".";

    private final LaunchSettings settings;

    TlsSettings(LaunchSettings settings) {
        this.settings = settings;
    }

    /** What is missing or wrong, in words. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Optional<String> certificate = settings.text(CERTIFICATE);
        Optional<String> key = settings.text(KEY);
        boolean elsewhere = settings.isOn(ELSEWHERE, false);
        if (certificate.isPresent() && key.isPresent()) {
            unusable(certificate.get(), key.get()).ifPresent(problems::add);
        } else if (certificate.isPresent() || key.isPresent()) {
            problems.add("A certificate needs its key and a key its certificate. Set both\n" + howToSet());
        } else if (!settings.profile().isDemo() && !elsewhere && !isSetByFrameworkNames()) {
            problems.add("HTTPS has no certificate. Set\n" + howToSet()
                    + "\n  or, where something in front of the service speaks HTTPS in its place,\n"
                    + "    VISIBUILD_TLS_ENDS_ELSEWHERE=true  (" + ELSEWHERE + ")");
        }
        if (elsewhere && certificate.isPresent()) {
            problems.add("VISIBUILD_TLS_ENDS_ELSEWHERE says that HTTPS ends in front of the service, and"
                    + " VISIBUILD_TLS_CERTIFICATE_FILE that it ends here. Set one of them.");
        }
        return problems;
    }

    /** Tells the framework. Without a certificate there is nothing to tell. */
    void apply() {
        boolean own = settings.text(CERTIFICATE).isPresent();
        if (own) {
            // Certificate and key come from keys/ServedCertificate.
            say(REGISTRY + "protocols", settings.text("visibuild.tls.protocols").orElse("TLSv1.3"));
            say(SERVER, TlsConfig.NAME);
            if (settings.isOn("visibuild.tls.management", true)) {
                say(MANAGEMENT, TlsConfig.NAME);
            }
        }
        if (own || isSetByFrameworkNames()) {
            say(INSECURE, "disabled");
        }
    }

    private Optional<String> unusable(String certificate, String key) {
        try {
            ServerCertificate.read(certificate, key, Instant.now());
            return Optional.empty();
        } catch (UnusableKeyException e) {
            return Optional.of("The certificate of VISIBUILD_TLS_CERTIFICATE_FILE and VISIBUILD_TLS_KEY_FILE cannot be"
                    + " used: " + e.getMessage() + ".");
        }
    }

    private boolean isSetByFrameworkNames() {
        return settings.text(SERVER).isPresent()
                || settings.text("quarkus.http.ssl.certificate.files").isPresent()
                || settings.text("quarkus.http.ssl.certificate.key-store-file").isPresent();
    }

    private void say(String name, String value) {
        if (settings.text(name).isEmpty()) {
            System.setProperty(name, value);
        }
    }

    private static String howToSet() {
        return "    VISIBUILD_TLS_CERTIFICATE_FILE=/path/to/tls.crt  (" + CERTIFICATE + ")\n"
                + "    VISIBUILD_TLS_KEY_FILE=/path/to/tls.key          (" + KEY + ")";
    }
}
