package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.platform.WarmUp;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.DomainSocketServerStart;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says when to warm up. */
@ApplicationScoped
class WarmUpTime {

    private static final int BEFORE_OTHERS = 100;

    private final Event<WarmUp> warmUp;
    private final AtomicBoolean told = new AtomicBoolean();

    WarmUpTime(Event<WarmUp> warmUp) {
        this.warmUp = warmUp;
    }

    void beforeTheFirstRequest(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        if (!ImageMode.current().isNativeImage()) {
            tell();
        }
    }

    void with(@ObservesAsync HttpServerStart event) {
        tell();
    }

    void with(@ObservesAsync HttpsServerStart event) {
        tell();
    }

    void with(@ObservesAsync DomainSocketServerStart event) {
        tell();
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            warmUp.fire(new WarmUp());
        }
    }
}
