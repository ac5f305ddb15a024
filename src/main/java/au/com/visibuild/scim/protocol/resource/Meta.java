package au.com.visibuild.scim.protocol.resource;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.time.Instant;

/**
 * What the service records about a resource (RFC 7643 §3.1). The location is left to whoever knows the base URL.
 *
 * @param resourceType the resource type's name
 * @param created when the resource was made
 * @param lastModified when it last changed; equal to {@code created} until then
 * @param version the ETag, character for character
 */
public record Meta(String resourceType, Instant created, Instant lastModified, String version) {

    /** The {@code meta} attribute, with the URI of the resource. */
    public ComplexValue representation(String location) {
        return ComplexValue.builder()
                .putText("resourceType", resourceType)
                .putText("created", created.toString())
                .putText("lastModified", lastModified.toString())
                .putText("location", location)
                .putText("version", version)
                .build();
    }
}
