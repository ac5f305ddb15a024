package au.com.visibuild.scim.signal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How security events are told, and to whom without being asked. */
@ConfigMapping(prefix = "visibuild.signal")
public interface SignalConfig {

    /** A receiver to which the events of all companies are pushed, beside the streams that receivers make. */
    Optional<URI> receiverUrl();

    /** The {@code Authorization} header of each push to it; a secret. */
    Optional<String> receiverAuthorization();

    /** The {@code aud} of its events; its URL if not set. */
    Optional<String> audience();

    /** A Kafka topic that is told of the events of all companies. */
    Kafka kafka();

    /** How long one push may take. */
    @WithDefault("10s")
    Duration timeout();

    /** How often a receiver may ask for a verification of its stream. */
    @WithDefault("60s")
    Duration verificationInterval();

    /** How long a poll waits for something to be told. */
    @WithDefault("30s")
    Duration longPoll();

    /** How many streams a platform or a company may have. */
    @WithDefault("10")
    int streams();

    /** How often each replica looks for deliveries by itself. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How many deliveries of one stream a claim takes; twice as many are the most that are under way. */
    @WithDefault("10")
    int window();

    /** How long a claim holds. Must be longer than a delivery may take. */
    @WithDefault("30s")
    Duration lease();

    /** The waits after each failed attempt, ±25 %; after the last one the delivery is dead. */
    @WithDefault("1s,5s,30s,2m,10m,1h,6h,24h")
    List<Duration> retries();

    /** How long a delivery is kept after it arrived or was given up. */
    @WithDefault("30d")
    Duration retention();

    /** How long an event waits for a receiver that does not fetch it or has its stream paused; then it is dead. */
    @WithDefault("30d")
    Duration hold();

    /** After how long without a poll, or another call that names it, a polled stream is disabled. */
    @WithDefault("30d")
    Duration inactivity();

    /** Which topic of which Kafka; the rest is the connector's own settings. */
    interface Kafka {

        /** The brokers to begin with, {@code host:port,host:port}; none: no Kafka. */
        Optional<String> brokers();

        /** The topic. */
        @WithDefault("visibuild-security-events")
        String topic();

        /** The {@code aud} of its events; the topic if not set. */
        Optional<String> audience();
    }
}
