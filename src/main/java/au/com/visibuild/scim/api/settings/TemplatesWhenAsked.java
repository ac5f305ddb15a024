package au.com.visibuild.scim.api.settings;

import io.quarkus.qute.runtime.EngineProducer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/**
 * A step of the build: the framework's template engine is made when it is first asked for ({@link PageTemplates}). By
 * itself it is made while the service starts, and parses all templates and texts before the first request is let in: a
 * sixth of an executable's start.
 */
public final class TemplatesWhenAsked implements BuildCompatibleExtension {

    /** Called by the build. */
    @Enhancement(types = EngineProducer.class)
    public void notAtTheStart(ClassConfig engine) {
        engine.removeAnnotation(annotation -> annotation.name().equals(Startup.class.getName()));
    }
}
