package au.com.visibuild.scim.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which URLs the service takes from a company's admin, and which addresses it connects to for them. */
@ApplicationScoped
public class OutboundRules {

    private static final int LONGEST = 1_024;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OutboundConfig config;

    OutboundRules(OutboundConfig config) {
        this.config = config;
    }

    /** The URL, or null when the service would never connect to one of that form. */
    public @Nullable URI url(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean plain = "http".equals(uri.getScheme())
                    && config.httpToLoopback()
                    && LOOPBACK.contains(String.valueOf(uri.getHost()));
            return ("https".equals(uri.getScheme()) || plain)
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() != 0
                            && uri.getPort() <= 65_535
                    ? uri
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether it may be connected to. */
    public boolean permits(InetAddress address) {
        return config.privateAddresses() || OutboundAddress.isPublic(address);
    }
}
