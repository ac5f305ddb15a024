package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.OutboundHosts;
import au.com.visibuild.scim.platform.OutboundRules;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;

/**
 * Where a receiver may stand: at an https URL whose host is on the public internet, so that nobody can make this service
 * call into the network it runs in. Asked when a stream is made and again for each push.
 */
@ApplicationScoped
class ReceiverAddress {

    private final OutboundRules rules;
    private final OutboundHosts hosts;

    ReceiverAddress(OutboundRules rules, OutboundHosts hosts) {
        this.rules = rules;
        this.hosts = hosts;
    }

    /** The address to connect to; fails for a URL or an address that is refused. */
    Uni<InetAddress> of(String url) {
        URI uri = rules.url(url);
        if (uri == null) {
            return Uni.createFrom()
                    .failure(RequestRefused.invalid(
                            "endpoint_url must be an https URL without user name and fragment."));
        }
        return hosts.address(uri.getHost())
                .onFailure(OutboundHosts.Refused.class)
                .transform(refused -> RequestRefused.invalid("The host of endpoint_url " + refused.getMessage() + "."));
    }
}
