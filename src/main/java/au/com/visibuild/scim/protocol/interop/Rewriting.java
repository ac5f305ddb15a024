package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One request on its way through quirks; notes which of them acted. */
final class Rewriting<T> {

    private final Set<Tolerance> granted;
    private final ResourceSchema schema;
    private final Set<Tolerance> acted = EnumSet.noneOf(Tolerance.class);
    private T request;

    Rewriting(T request, Set<Tolerance> granted, ResourceSchema schema) {
        this.request = request;
        this.granted = granted;
        this.schema = schema;
    }

    /** Sends the request through the quirks whose tolerance is granted, in their order. */
    Rewriting<T> through(List<Quirk<T>> quirks) {
        for (Quirk<T> quirk : quirks) {
            if (granted.contains(quirk.tolerance())) {
                T rewritten = quirk.rewrite(request, schema);
                if (!rewritten.equals(request)) {
                    acted.add(quirk.tolerance());
                    request = rewritten;
                }
            }
        }
        return this;
    }

    T request() {
        return request;
    }

    Set<Tolerance> acted() {
        return acted;
    }

    Reading<T> reading() {
        return new Reading<>(request, acted);
    }
}
