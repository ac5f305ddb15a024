package au.com.visibuild.scim.protocol.interop;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A request as it was understood.
 *
 * @param request the request in the RFC's form
 * @param acted the tolerances without which it would have been read otherwise; empty for a request that keeps to the RFC
 */
public record Reading<T>(T request, Set<Tolerance> acted) {

    public Reading {
        acted = acted.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(acted));
    }
}
