package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Fails each test of the page in which a template would look into a type of ours by reflection. That works on a JVM and
 * not in the executable; {@link Templates} names the types for which the build generates what is needed.
 */
@ApplicationScoped
class NoReflectionInTemplates {

    void watch(@Observes EngineBuilder engine) {
        engine.addValueResolver(new Watch());
    }

    private static final class Watch implements ValueResolver {

        /** After all that is generated, before reflection, which is Qute's last. */
        @Override
        public int getPriority() {
            return 0;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            Object base = context.getBase();
            return base != null && base.getClass().getName().startsWith("au.com.visibuild.scim.");
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return CompletableFuture.failedFuture(new AssertionError("Templates does not name "
                    + context.getBase().getClass().getName() + ", which is asked for " + context.getName()));
        }
    }
}
