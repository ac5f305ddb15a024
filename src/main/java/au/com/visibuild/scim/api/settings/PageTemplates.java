package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.platform.WarmUp;
import io.quarkus.qute.Engine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;

/** The page's templates and texts, which are parsed once: at warm-up. */
@ApplicationScoped
class PageTemplates {

    private final Engine engine;
    private final CompletableFuture<Void> parsed = new CompletableFuture<>();

    PageTemplates(Engine engine) {
        this.engine = engine;
    }

    /** The engine parses all that it has when it is first asked for one. */
    void parse(@Observes WarmUp time) {
        try {
            engine.getTemplate("settings/layout");
        } finally {
            parsed.complete(null);
        }
    }

    /** Comes when there is nothing left to parse, where it was asked: a page that is early must not parse on its event loop. */
    Uni<Void> loaded() {
        if (parsed.isDone()) {
            return Uni.createFrom().voidItem();
        }
        Context caller = Vertx.currentContext();
        return Uni.createFrom().completionStage(parsed.copy()).emitOn(work -> caller.runOnContext(_ -> work.run()));
    }
}
