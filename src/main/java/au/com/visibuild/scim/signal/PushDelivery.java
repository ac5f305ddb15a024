package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Delivers one token by push (RFC 8935 §2): a POST, whose answer {@link PushAnswer} understands. Of the answer no more is
 * read than that needs, and no longer than a push may take.
 */
@ApplicationScoped
class PushDelivery implements Transport {

    private static final int MAX_CONNECTIONS = 100;
    private static final int MAX_WAITING = 1_000;

    /** The most of an answer's body that is read. */
    private static final int LARGEST = 4 << 10;

    private final Vertx vertx;
    private final HttpClient client;
    private final ReceiverAddress addresses;
    private final StreamSecrets secrets;
    private final SignalConfig config;
    private final Clock clock;
    private final Duration timeout;

    PushDelivery(Vertx vertx, ReceiverAddress addresses, StreamSecrets secrets, SignalConfig config, Clock clock) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
        this.timeout = config.timeout();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxWaitQueueSize(MAX_WAITING)
                .setConnectTimeout((int) timeout.toMillis()));
    }

    @Override
    public DeliveryMethod method() {
        return DeliveryMethod.PUSH;
    }

    @Override
    public Uni<Void> send(DeliveryStore.Claimed delivery, String token) {
        String receiver = delivery.endpoint();
        if (receiver == null) {
            return Uni.createFrom().failure(NotTaken.yet("No receiver is configured", null));
        }
        return address(delivery, receiver)
                .chain(at -> push(receiver, at, authorization(delivery), token))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure(failure -> !(failure instanceof NotTaken))
                .transform(this::unreached);
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
        String own = secrets.unlocked(delivery.signal().stream(), delivery.authorization());
        return own == null ? "" : own;
    }

    private Uni<Void> push(String receiver, @Nullable InetAddress at, String authorization, String token) {
        return client.request(options(receiver, at, authorization))
                .chain(request -> request.send(token)
                        .chain(response -> answer(response.getDelegate()))
                        .onCancellation()
                        .invoke(() -> request.getDelegate().reset())
                        .map(answer -> answer.verdict(clock.instant(), authorization))
                        .chain(verdict -> verdict == null
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(verdict)));
    }

    private RequestOptions options(String receiver, @Nullable InetAddress at, String authorization) {
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
        return options;
    }

    /** Set up within one turn of the event loop: no part of the body is missed. */
    private Uni<PushAnswer> answer(HttpClientResponse response) {
        int status = response.statusCode();
        String retryAfter = response.getHeader("Retry-After");
        if (PushAnswer.hasReason(status)) {
            return body(response).map(body -> new PushAnswer(status, retryAfter, body));
        }
        if (PushAnswer.isTaken(status)) {
            drain(response);
        } else {
            response.request().reset();
        }
        return Uni.createFrom().item(new PushAnswer(status, retryAfter, ""));
    }

    /** Its beginning. */
    private static Uni<String> body(HttpClientResponse response) {
        Buffer all = Buffer.buffer();
        return Uni.createFrom()
                .emitter(wanting -> response.handler(part -> {
                            all.appendBuffer(part, 0, Math.min(part.length(), LARGEST - all.length()));
                            if (all.length() >= LARGEST) {
                                wanting.complete(all.toString());
                                response.request().reset();
                            }
                        })
                        .exceptionHandler(wanting::fail)
                        .endHandler(_ -> wanting.complete(all.toString())));
    }

    /** The receiver has said all that is to be known; the connection serves again if the answer ends soon. */
    private void drain(HttpClientResponse response) {
        long limit = vertx.setTimer(timeout.toMillis(), _ -> response.request().reset());
        int[] read = {0};
        response.handler(part -> {
                    read[0] += part.length();
                    if (read[0] > LARGEST) {
                        response.request().reset();
                    }
                })
                .exceptionHandler(_ -> vertx.cancelTimer(limit))
                .endHandler(_ -> vertx.cancelTimer(limit));
    }

    /** What the network says may hold the receiver's path, which may be a secret. */
    private NotTaken unreached(Throwable failure) {
        if (failure instanceof RequestRefused || failure instanceof IllegalStateException) {
            return NotTaken.yet(String.valueOf(failure.getMessage()), null);
        }
        if (failure instanceof TimeoutException || failure instanceof io.smallrye.mutiny.TimeoutException) {
            return NotTaken.yet("The receiver did not answer in " + timeout.toSeconds() + " seconds", null);
        }
        if (failure instanceof UnknownHostException) {
            return NotTaken.yet("The receiver's host is unknown", null);
        }
        return NotTaken.yet(
                "The receiver was not reached: " + failure.getClass().getSimpleName(), null);
    }
}
