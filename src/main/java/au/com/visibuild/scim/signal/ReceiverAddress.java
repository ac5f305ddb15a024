package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.OutboundRules;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * Where a receiver may stand: at an https URL whose host resolves to public addresses only, so that nobody can make this
 * service call into the network it runs in. Asked when a stream is made and again for each push, which then goes to the
 * very address that was checked.
 */
@ApplicationScoped
class ReceiverAddress {

    private final OutboundRules rules;

    ReceiverAddress(OutboundRules rules) {
        this.rules = rules;
    }

    /** The address to connect to; fails for a URL or an address that is refused. */
    Uni<InetAddress> of(String url) {
        Context context = Vertx.currentContext();
        Executor caller = context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
        return Uni.createFrom()
                .item(() -> resolved(url))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(caller);
    }

    private InetAddress resolved(String url) {
        URI uri = rules.url(url);
        if (uri == null) {
            throw RequestRefused.invalid("endpoint_url must be an https URL without user name and fragment.");
        }
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(uri.getHost());
        } catch (UnknownHostException e) {
            throw RequestRefused.invalid("The host of endpoint_url is unknown.");
        }
        if (!Arrays.stream(all).allMatch(rules::permits)) {
            throw RequestRefused.invalid("The host of endpoint_url is not at a public address.");
        }
        return all[0];
    }
}
