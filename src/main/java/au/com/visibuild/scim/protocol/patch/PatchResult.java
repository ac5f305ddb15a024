package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.util.Set;

/**
 * What a PATCH or PUT made of a resource.
 *
 * @param attributes the resource afterwards, in its stored form; the very same object when nothing changed
 * @param changed the attributes whose value is not what it was, by canonical path ({@code emails},
 *     {@code urn:…:User:department}); empty when the request changed nothing
 * @param createdMissingElement whether an element was made because the path's filter matched none
 */
public record PatchResult(ComplexValue attributes, Set<String> changed, boolean createdMissingElement) {

    public PatchResult {
        changed = Set.copyOf(changed);
    }

    /** Whether the request changed anything at all. */
    public boolean changedAnything() {
        return !changed.isEmpty();
    }
}
