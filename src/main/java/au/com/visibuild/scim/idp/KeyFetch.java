package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.platform.OutboundHosts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * Gets a document that a company's admin named the URL of: small, soon or not at all, without following a redirect, and
 * only from addresses that {@link OutboundHosts} permits. It connects to the very address that was looked at.
 */
@ApplicationScoped
class KeyFetch {

    /** The most bytes that are read. */
    static final int LARGEST = 64 << 10;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_CONNECTIONS = 5;

    private final OutboundHosts hosts;
    private final HttpClient client;

    KeyFetch(Vertx vertx, OutboundHosts hosts) {
        this.hosts = hosts;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setKeepAlive(false)
                .setConnectTimeout((int) TIMEOUT.toMillis())
                .setIdleTimeout((int) TIMEOUT.toSeconds()));
    }

    /** The document's text; fails with {@link KeysUnavailable} or what the network says. */
    Uni<String> fetch(URI uri) {
        return hosts.address(uri.getHost())
                .onFailure(OutboundHosts.Refused.class)
                .transform(refused -> new KeysUnavailable("the host " + refused.getMessage()))
                .chain(address -> client.request(options(uri, address)))
                .chain(request -> request.send())
                .chain(KeyFetch::read)
                .ifNoItem()
                .after(TIMEOUT)
                .failWith(() -> new KeysUnavailable("no answer in " + TIMEOUT.toSeconds() + " seconds"));
    }

    private static RequestOptions options(URI uri, InetAddress address) {
        int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(uri.toString())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setFollowRedirects(false)
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("Accept", "application/json, application/jwk-set+json");
    }

    private static Uni<String> read(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Uni.createFrom().failure(new KeysUnavailable("the answer was " + response.statusCode()));
        }
        return response.toMulti()
                .collect()
                .in(Buffer::buffer, (all, part) -> {
                    if (all.length() + part.length() > LARGEST) {
                        throw new KeysUnavailable("the answer is longer than " + LARGEST + " bytes");
                    }
                    all.appendBuffer(part);
                })
                .map(Buffer::toString);
    }
}
