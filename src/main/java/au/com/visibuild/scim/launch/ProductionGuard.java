package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.demo.DemoKeys;
import au.com.visibuild.scim.keys.Pem;
import au.com.visibuild.scim.keys.SigningKey;
import au.com.visibuild.scim.keys.Thumbprint;
import au.com.visibuild.scim.keys.UnusableKeyException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must be true before anything starts: everything is set, the package fits the profile, and production stands
 * on no key of the demo.
 */
final class ProductionGuard {

    private static final String KEY_FILE = "visibuild.signing.key-file";
    private static final String OWN_ISSUER = "visibuild.signing.issuer";
    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String ISSUER_KEY = "mp.jwt.verify.publickey";
    /** What SmallRye JWT takes for "not set here". */
    private static final String NO_KEY = "NONE";

    private static final String ISSUER_KEY_LOCATION = "mp.jwt.verify.publickey.location";

    private static final String SIGN_IN = "visibuild.page.sign-in-url";

    private final LaunchSettings settings;

    ProductionGuard(LaunchSettings settings) {
        this.settings = settings;
    }

    /** Reasons in the package itself, which no setting can heal; nothing else is worth a look while there is one. */
    List<String> packageProblems() {
        LaunchProfile profile = settings.profile();
        String names = String.join(",", profile.names());
        if (profile.isDemo() && !profile.demoParts()) {
            return List.of("This package was built for production and has no demo in it, but the profile is " + names
                    + ".\n  ./mvnw package -Ddemo builds the demo.");
        }
        if (!profile.isDemo() && profile.demoParts() && !profile.development()) {
            return List.of("This package contains the demo's keys and endpoints, but the profile is " + names
                    + ".\n  ./mvnw package builds the one for production.");
        }
        return List.of();
    }

    /** Every reason in the settings not to start; empty when there is none. */
    List<String> problems() {
        LaunchProfile profile = settings.profile();
        List<String> problems = new ArrayList<>();
        DatabaseSettings.missingIn(settings).ifPresent(problems::add);
        signingKeyProblem(profile).ifPresent(problems::add);
        issuerKeyProblem(profile).ifPresent(problems::add);
        if (settings.text(OWN_ISSUER).isEmpty()) {
            problems.add("The name under which receivers know this service is missing. Set\n"
                    + "    VISIBUILD_SIGNING_ISSUER=https://scim.your.domain  (" + OWN_ISSUER + ")");
        }
        if (settings.text(ISSUER).isEmpty()) {
            // Without it any issuer whose tokens verify would do.
            problems.add("The issuer of the JWTs of admins, staff and platforms is missing. Set\n"
                    + "    MP_JWT_VERIFY_ISSUER=https://issuer.of.those.tokens  (" + ISSUER + ")");
        }
        settings.text(SIGN_IN)
                .filter(url -> !profile.isDemo() && !isSignIn(url))
                .ifPresent(url -> problems.add("VISIBUILD_PAGE_SIGN_IN_URL (" + SIGN_IN + ") must be an https URL"
                        + " without a fragment, where admins sign in; it is " + url + "."));
        problems.addAll(new TlsSettings(settings).problems());
        return problems;
    }

    private Optional<String> signingKeyProblem(LaunchProfile profile) {
        Optional<String> file = settings.text(KEY_FILE);
        if (file.isEmpty()) {
            return Optional.of("The key that signs access tokens and security events is missing. Set\n"
                    + "    VISIBUILD_SIGNING_KEY_FILE=/path/to/key.pem  (" + KEY_FILE + ")\n"
                    + "  `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem` makes one.");
        }
        try {
            SigningKey key = SigningKey.ofPem(Pem.read(file.get()));
            return demoKey(profile, key.publicKey(), "VISIBUILD_SIGNING_KEY_FILE");
        } catch (UnusableKeyException e) {
            return Optional.of("The key of VISIBUILD_SIGNING_KEY_FILE (" + file.get() + ") cannot be used: "
                    + e.getMessage() + ".");
        }
    }

    private Optional<String> issuerKeyProblem(LaunchProfile profile) {
        Optional<String> key = settings.text(ISSUER_KEY).filter(text -> !text.equals(NO_KEY));
        Optional<String> location = settings.text(ISSUER_KEY_LOCATION);
        if (key.isEmpty() && location.isEmpty()) {
            return Optional.of("The key that verifies the JWTs of admins, staff and platforms is missing. Set\n"
                    + "    MP_JWT_VERIFY_PUBLICKEY_LOCATION=file:/path/to/public-key.pem, or a JWKS URL  ("
                    + ISSUER_KEY_LOCATION + ")");
        }
        if (key.isEmpty() && location.filter(ProductionGuard::isRemote).isPresent()) {
            return Optional.empty();
        }
        try {
            String pem = key.orElseGet(() -> Pem.read(location.orElseThrow()));
            return Pem.publicKey(pem) instanceof RSAPublicKey rsa
                    ? demoKey(profile, rsa, "MP_JWT_VERIFY_PUBLICKEY_LOCATION")
                    : Optional.empty();
        } catch (UnusableKeyException e) {
            return Optional.of("The key of MP_JWT_VERIFY_PUBLICKEY_LOCATION cannot be used: " + e.getMessage() + ".");
        }
    }

    private static Optional<String> demoKey(LaunchProfile profile, RSAPublicKey key, String setting) {
        return profile.isDemo() || !DemoKeys.THUMBPRINTS.contains(Thumbprint.of(key))
                ? Optional.empty()
                : Optional.of("The key of " + setting + " is one of the demo's, whose private half everybody has.");
    }

    private static boolean isSignIn(String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isRemote(String location) {
        return location.startsWith("http://") || location.startsWith("https://");
    }
}
