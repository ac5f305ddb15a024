package au.com.visibuild.scim.platform;

import io.netty.channel.ChannelPipeline;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the pool of database connections so that no request waits without end: for a free connection, for a server that
 * takes the call and says nothing, for a statement. It also reads from the one database URL what the driver of the pool
 * does not: whom to trust.
 */
@Singleton
public class DatabasePool implements PgPoolCreator {

    /** The server gives a statement up first, and says so. */
    private static final Duration LATER_THAN_THE_SERVER = Duration.ofSeconds(1);

    /** How long a server may be silent where statements have no limit. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    /** The driver does not know this parameter, and forgets it. */
    private static final Pattern ROOT_CERTIFICATE = Pattern.compile("[?&]sslrootcert=([^&,]*)");

    private static final String FRAMEWORKS_WATCH = "idle";

    private final DatabaseConfig config;
    private final Optional<String> rootCertificate;

    DatabasePool(
            DatabaseConfig config, @ConfigProperty(name = "quarkus.datasource.reactive.url") Optional<String> url) {
        this.config = config;
        this.rootCertificate = url.map(ROOT_CERTIFICATE::matcher)
                .filter(Matcher::find)
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
    }

    @Override
    public Pool create(Input input) {
        int acquire = Math.toIntExact(config.acquireTimeout().toMillis());
        List<SqlConnectOptions> servers =
                input.pgConnectOptionsList().stream().map(this::bounded).toList();
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setConnectionTimeout(acquire)
                        .setMaxWaitQueueSize(config.waiting()))
                .connectingTo(servers)
                .using(input.vertx())
                .withConnectHandler(this::watch)
                .build();
    }

    /** The same server, trusted as its URL says and with an end to every wait. */
    private SqlConnectOptions bounded(PgConnectOptions server) {
        Map<String, String> properties = new HashMap<>(server.getProperties());
        rootCertificate.ifPresent(file -> server.setTrustOptions(new PemTrustOptions().addCertPath(file)));
        if (server.getSslMode() == SslMode.VERIFY_FULL) {
            server.setHostnameVerificationAlgorithm("HTTPS");
        }
        long statement = config.statementTimeout().toMillis();
        if (statement > 0) {
            properties.put("statement_timeout", Long.toString(statement));
        }
        server.setProperties(properties);
        server.setConnectTimeout(Math.toIntExact(config.acquireTimeout().toMillis()));
        // Until the connection is open; afterwards a silence while nothing was asked is no fault.
        server.setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout(Math.toIntExact(silence().toMillis()));
        return server;
    }

    /** A new connection, before the pool has it. Closing gives it to the pool. */
    private void watch(SqlConnection connection) {
        if (connection instanceof SqlConnectionInternal internal
                && internal.unwrap().unwrap() instanceof SocketConnectionBase open) {
            ChannelPipeline pipeline = open.socket().channelHandlerContext().pipeline();
            if (pipeline.get(FRAMEWORKS_WATCH) != null) {
                pipeline.replace(FRAMEWORKS_WATCH, "silence", new SilentServer(silence()));
            }
        }
        connection.close();
    }

    private Duration silence() {
        return config.statementTimeout().isZero()
                ? LONGEST_SILENCE
                : config.statementTimeout().plus(LATER_THAN_THE_SERVER);
    }
}
