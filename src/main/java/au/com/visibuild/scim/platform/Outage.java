package au.com.visibuild.scim.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Logs that something which is tried again and again fails: once, then once a minute, and that it works again. */
public final class Outage {

    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Logger log;
    private final String what;
    private final Clock clock;
    private @Nullable Instant logged;

    /** @param what what does not work then, as the beginning of a sentence */
    public Outage(Logger log, String what, Clock clock) {
        this.log = log;
        this.what = what;
        this.clock = clock;
    }

    /** It failed. */
    public synchronized void failed(Throwable why) {
        Instant now = clock.instant();
        if (logged == null || !now.isBefore(logged.plus(BETWEEN))) {
            logged = now;
            log.warnf("%s: %s", what, why.getMessage());
        }
    }

    /** It worked. */
    public synchronized void over() {
        if (logged != null) {
            logged = null;
            log.infof("%s: over", what);
        }
    }
}
