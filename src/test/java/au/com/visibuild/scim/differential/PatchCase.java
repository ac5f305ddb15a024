package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import java.util.List;
import java.util.stream.Collectors;

/** A resource in its stored form and the operations on it. */
record PatchCase(ComplexValue before, List<PatchStep> steps) {

    PatchRequest request() {
        return new PatchRequest(steps.stream().map(PatchStep::operation).toList());
    }

    @Override
    public String toString() {
        return AttributeJson.write(before)
                + steps.stream().map(step -> "\n  " + step).collect(Collectors.joining());
    }
}
