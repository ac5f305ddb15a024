package au.com.visibuild.scim.signal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stream as its owner sees it; {@code delivered} are the URIs of the events it gets. */
public record StreamView(
        UUID id,
        String audience,
        StreamSettings settings,
        List<String> delivered,
        StreamStatus status,
        @Nullable String reason) {}
