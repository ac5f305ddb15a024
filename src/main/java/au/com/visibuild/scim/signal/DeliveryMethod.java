package au.com.visibuild.scim.signal;

import org.jspecify.annotations.Nullable;

/** How a stream's events get to its receiver. */
public enum DeliveryMethod {
    /** We send them (RFC 8935). */
    PUSH("urn:ietf:rfc:8935"),
    /** The receiver fetches them (RFC 8936). */
    POLL("urn:ietf:rfc:8936"),
    /** We write them to a Kafka topic, which only the settings can ask for. */
    KAFKA("urn:visibuild:kafka");

    private final String urn;

    DeliveryMethod(String urn) {
        this.urn = urn;
    }

    /** The URN of SSF 1.0 §6.1. */
    public String urn() {
        return urn;
    }

    /** The method that a receiver asks for by that URN, or null. */
    public static @Nullable DeliveryMethod ofUrn(@Nullable String urn) {
        for (DeliveryMethod method : values()) {
            if (method != KAFKA && method.urn.equals(urn)) {
                return method;
            }
        }
        return null;
    }
}
