package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
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
            boolean allowed = encrypted ? privateAllowed || isPublic(address) : address.isLoopbackAddress();
            if (!allowed) {
                throw RequestRefused.invalid("The host of endpoint_url is not at a public address.");
            }
        }
        return all[0];
    }

    /** Whether an address is somewhere on the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (address instanceof Inet6Address) {
            // Global unicast is 2000::/3; of it, 6to4, Teredo and documentation lead elsewhere. NAT64 is outside.
            boolean global = (first & 0xe0) == 0x20;
            int third = b[2] & 0xff;
            int fourth = b[3] & 0xff;
            boolean sixToFour = first == 0x20 && second == 0x02;
            boolean special = first == 0x20 && second == 0x01 && (third < 0x02 || (third == 0x0d && fourth == 0xb8));
            return global && !sixToFour && !special;
        }
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean assigned = first == 192 && second == 0;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 224 && !carrier && !assigned && !benchmark;
    }
}
