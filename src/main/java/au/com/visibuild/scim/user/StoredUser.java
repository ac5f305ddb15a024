package au.com.visibuild.scim.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as a read finds the row: the stored document and what the answer needs beside it.
 *
 * @param document the SCIM attributes as JSON text
 * @param managerFound whether the manager is a person of the same company whom SCIM shows
 * @param managerName that manager's display name, or null
 */
public record StoredUser(
        UUID id,
        String document,
        long version,
        Instant createdAt,
        Instant modifiedAt,
        boolean managerFound,
        @Nullable String managerName) {}
