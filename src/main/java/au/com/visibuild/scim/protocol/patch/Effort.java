package au.com.visibuild.scim.protocol.patch;

import au.com.visibuild.scim.protocol.error.ScimException;

/**
 * How much one PATCH request may still make the service look at. A thousand operations, each with a long filter, on
 * attributes of a thousand elements are a small body and a minute of work.
 */
final class Effort {

    /** Elements looked at, times the terms of the filter that looks at them. */
    static final long LIMIT = 250_000;

    private long left = LIMIT;

    /** Counts elements that are looked at, each so many times. */
    void spend(int elements, int times) {
        left -= (long) elements * times;
        if (left < 0) {
            throw ScimException.tooLarge("The PATCH request takes too much work: send fewer operations at once.");
        }
    }
}
