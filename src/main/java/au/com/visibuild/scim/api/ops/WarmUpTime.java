package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.platform.WarmUp;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.DomainSocketServerStart;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says when to warm up: a JVM before the first request; an executable a second after the first is let in, because its
 * first answers, by which it is taken for ready, need the processors themselves.
 */
@ApplicationScoped
class WarmUpTime {

    private static final int BEFORE_OTHERS = 100;
    private static final Duration FIRST_ANSWERS = Duration.ofSeconds(1);

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
        tellAfterTheFirstAnswers();
    }

    void with(@ObservesAsync HttpsServerStart event) {
        tellAfterTheFirstAnswers();
    }

    void with(@ObservesAsync DomainSocketServerStart event) {
        tellAfterTheFirstAnswers();
    }

    private void tellAfterTheFirstAnswers() {
        CompletableFuture.delayedExecutor(
                        FIRST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS, Infrastructure.getDefaultWorkerPool())
                .execute(this::tell);
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            warmUp.fire(new WarmUp());
        }
    }
}
