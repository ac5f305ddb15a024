package au.com.visibuild.scim.demo;

import java.util.Set;

/**
 * The key pairs of dev, demo and tests: everybody has their private halves. They are files in {@code demo/}, which
 * the production package leaves out.
 */
public final class DemoKeys {

    /** Signs access tokens and security events there. */
    public static final String SIGNING_KEY = "classpath:demo/signing-key.pem";

    /** Signs the JWTs of admins, staff and platforms there. */
    public static final String ISSUER_KEY = "classpath:demo/issuer-key.pem";

    /** Thumbprints (RFC 7638) by which a production start knows them again, wherever they came from. */
    public static final Set<String> THUMBPRINTS =
            Set.of("u6DkNFWVYFMmlBYUlYTfNmdR8QCTzcnATxuYxHfpKc8", "oVkHC6tbd35A2729ruht85qKrvzqrQH9sQpZWcK0rZA");

    /*
     * A constant, because a native executable is built from what can be reached: there this is decided while it is built,
     * and with it whether the embedded PostgreSQL is part of it.
     */
    private static final boolean IN_THIS_PACKAGE =
            DemoKeys.class.getResource("/" + ISSUER_KEY.substring(ISSUER_KEY.indexOf(':') + 1)) != null;

    private DemoKeys() {}

    /** Whether the demo's keys are on the class path: in dev mode, in tests, and in the demo's package. */
    public static boolean areInThisPackage() {
        return IN_THIS_PACKAGE;
    }
}
