package au.com.visibuild.scim.api;

import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.schema.SoundText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, where the company and session APIs read them, texts that no database holds: with a NUL character or half of
 * a surrogate pair. SCIM's own reader does the same.
 */
@Singleton
public class SoundTexts implements ObjectMapperCustomizer {

    private static final char REPLACEMENT = '\uFFFD';

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule().addDeserializer(String.class, new Checked()));
    }

    /** The names in a path, as they were read from its percent-encoding. */
    @ServerRequestFilter
    public void check(UriInfo uri, RoutingContext request) {
        boolean sound = ScimSurface.isScim(request)
                || uri.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .allMatch(name -> SoundText.fault(name) == null && name.indexOf(REPLACEMENT) < 0);
        if (!sound) {
            throw RequestRefused.invalid("The path holds a character that no name has.");
        }
    }

    private static final class Checked extends StringDeserializer {

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && SoundText.fault(text) != null) {
                context.reportInputMismatch(String.class, "No sound text");
            }
            return text;
        }
    }
}
