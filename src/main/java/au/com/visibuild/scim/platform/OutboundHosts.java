package au.com.visibuild.scim.platform;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * The address behind a host that a company's admin or a receiver named: looked up off the event loop and refused unless
 * {@link OutboundRules} permit it. Connect to the very address, for the name may mean another one a moment later.
 */
@ApplicationScoped
public class OutboundHosts {

    private final OutboundRules rules;

    OutboundHosts(OutboundRules rules) {
        this.rules = rules;
    }

    /** Why a host is not connected to, in words that follow "the host". Records no stack. */
    public static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    /** The address to connect to; fails with {@link Refused}. Goes on where it was asked. */
    public Uni<InetAddress> address(String host) {
        Context context = Vertx.currentContext();
        Executor caller = context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
        return Uni.createFrom()
                .item(() -> permitted(host))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(caller);
    }

    /** One address that is not permitted among them spoils the name. */
    private InetAddress permitted(String host) {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Refused("is unknown");
        }
        if (!Arrays.stream(all).allMatch(rules::permits)) {
            throw new Refused("is not on the public internet");
        }
        return all[0];
    }
}
