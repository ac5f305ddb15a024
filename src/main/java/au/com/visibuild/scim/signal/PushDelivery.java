package au.com.visibuild.scim.signal;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Delivers one token by push (RFC 8935 §2): a POST that the receiver answers with 202, or it has not taken it. */
@ApplicationScoped
class PushDelivery implements Transport {

    private static final int MAX_CONNECTIONS = 100;

    private final HttpClient client;
    private final ReceiverAddress addresses;
    private final SignalConfig config;
    private final Duration timeout;

    PushDelivery(Vertx vertx, ReceiverAddress addresses, SignalConfig config) {
        this.addresses = addresses;
        this.config = config;
        this.timeout = config.timeout();
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(MAX_CONNECTIONS).setConnectTimeout((int) timeout.toMillis()));
    }

    @Override
    public DeliveryMethod method() {
        return DeliveryMethod.PUSH;
    }

    @Override
    public Uni<Void> send(DeliveryStore.Claimed delivery, String token) {
        String receiver = requireNonNull(delivery.endpoint());
        return address(delivery, receiver).chain(at -> push(receiver, at, authorization(delivery), token));
    }

    /** The operator's own receiver may stand anywhere. */
    private Uni<@Nullable InetAddress> address(DeliveryStore.Claimed delivery, String receiver) {
        return delivery.signal().stream().equals(BuiltInStream.ID)
                ? Uni.createFrom().nullItem()
                : addresses.of(receiver);
    }

    private String authorization(DeliveryStore.Claimed delivery) {
        if (delivery.signal().stream().equals(BuiltInStream.ID)) {
            return config.receiverAuthorization().orElse("");
        }
        String own = delivery.authorization();
        return own == null ? "" : own;
    }

    /**
     * Follows no redirect.
     *
     * @param at the address to connect to, null for whatever the host resolves to
     * @param authorization the header's value, empty for none
     */
    private Uni<Void> push(String receiver, @Nullable InetAddress at, String authorization, String token) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(receiver)
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis())
                .putHeader("Content-Type", "application/secevent+jwt")
                .putHeader("Accept", "application/json");
        if (at != null) {
            options.setServer(SocketAddress.inetSocketAddress(options.getPort(), at.getHostAddress()));
        }
        if (!authorization.isEmpty()) {
            options.putHeader("Authorization", authorization);
        }
        return client.request(options)
                .chain(request -> request.send(token))
                .chain(PushDelivery::verdict)
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private static Uni<Void> verdict(HttpClientResponse response) {
        int status = response.statusCode();
        return response.end()
                .chain(() -> status >= 200 && status < 300
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new IllegalStateException("The receiver answered " + status)));
    }
}
