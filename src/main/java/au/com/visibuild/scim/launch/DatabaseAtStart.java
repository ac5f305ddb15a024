package au.com.visibuild.scim.launch;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * What a start needs of its database: that it answers, holds no demo in production, and has the tables of this release.
 * Looked at while the framework reads its configuration, which takes an executable longer, and awaited before anything
 * works with the database; in the demo before the framework starts. Tests start the framework without the main class,
 * and so without this.
 */
@ApplicationScoped
class DatabaseAtStart {

    private static final int BEFORE_ALL_OTHERS = 1;

    /** What a process ends with by SIGTERM. */
    private static final int BY_SIGNAL = 143;

    private static @Nullable FutureTask<Void> look;
    private static volatile boolean waiting;
    private static volatile boolean ending;

    /** Begins to look. In the demo also waits for it: a refusal must stop the database that was started for it. */
    static void look(DatabaseSettings settings, boolean migrates, boolean demo) {
        FutureTask<Void> task = new FutureTask<>(() -> pass(settings, migrates, demo), null);
        look = task;
        if (demo) {
            task.run();
            outcome(task);
        } else {
            Thread.ofPlatform().name("database-at-start").daemon().start(task);
            Runtime.getRuntime().addShutdownHook(new Thread(DatabaseAtStart::stopWaiting));
        }
    }

    private static void pass(DatabaseSettings settings, boolean migrates, boolean demo) {
        DatabaseSchema schema = new DatabaseSchema(settings);
        if (new DatabaseGate(settings).pass(!demo, schema::isComplete)) {
            return;
        }
        if (migrates) {
            schema.migrate();
        } else {
            schema.await();
        }
    }

    void await(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
        FutureTask<Void> begun = look;
        if (begun == null) {
            return;
        }
        waiting = true;
        if (ending) {
            Runtime.getRuntime().halt(BY_SIGNAL);
        }
        try {
            outcome(begun);
        } catch (StartRefused refusal) {
            // Nothing is open that would have to be closed, and an orderly end waits for the start to be over.
            refusal.print();
            Runtime.getRuntime().halt(StartRefused.STATUS);
        }
        waiting = false;
    }

    /** The framework's own hook waits for the start to be over, which here may be long. */
    private static void stopWaiting() {
        ending = true;
        if (waiting) {
            Runtime.getRuntime().halt(BY_SIGNAL);
        }
    }

    private static void outcome(FutureTask<Void> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartRefused.because("The start was interrupted.");
        }
    }
}
