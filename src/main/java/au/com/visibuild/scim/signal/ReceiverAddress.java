package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.OutboundAddress;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.concurrent.Executor;

/**
 * Where a receiver may stand: at an https URL whose host resolves to public addresses only, so that nobody can make this
 * service call into the network it runs in. Asked when a stream is made and again for each push, which then goes to the
 * very address that was checked.
 */
@ApplicationScoped
class ReceiverAddress {

    private final boolean privateAllowed;

    ReceiverAddress(SignalConfig config) {
        this.privateAllowed = config.privateReceivers();
    }

    /** The address to connect to; fails for a URL or an address that is refused. */
    Uni<InetAddress> of(String url) {
        Context context = Vertx.currentContext();
        Executor caller = context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
        return Uni.createFrom()
                .item(() -> resolved(host(url, privateAllowed), url.regionMatches(true, 0, "https:", 0, 6)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(caller);
    }

    /** The host of a URL that may be a receiver's. */
    static String host(String url, boolean privateAllowed) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw RequestRefused.invalid("endpoint_url is no URL.");
        }
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = privateAllowed && "http".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (!(https || http) || host == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw RequestRefused.invalid("endpoint_url must be an https URL without user name and fragment.");
        }
        return host;
    }

    private InetAddress resolved(String host, boolean encrypted) {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw RequestRefused.invalid("The host of endpoint_url is unknown.");
        }
        for (InetAddress address : all) {
            boolean allowed =
                    encrypted ? privateAllowed || OutboundAddress.isPublic(address) : address.isLoopbackAddress();
            if (!allowed) {
                throw RequestRefused.invalid("The host of endpoint_url is not at a public address.");
            }
        }
        return all[0];
    }
}
