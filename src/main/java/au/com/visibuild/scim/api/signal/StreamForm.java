package au.com.visibuild.scim.api.signal;

import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.schema.SoundText;
import au.com.visibuild.scim.signal.DeliveryMethod;
import au.com.visibuild.scim.signal.StreamSettings;
import au.com.visibuild.scim.signal.StreamView;
import au.com.visibuild.scim.signal.SubjectFormat;
import au.com.visibuild.scim.signal.Subjects;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what receivers send. */
record StreamForm(ObjectNode body) {

    private static final int LONGEST = 2_000;
    private static final int MOST_EVENTS = 50;
    private static final String FORMAT = "subject_format";
    private static final String ENDPOINT = "endpoint_url";

    static StreamForm of(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw RequestRefused.invalid("Send a JSON object.");
        }
        return new StreamForm(object);
    }

    /** Settings from nothing but the form. */
    StreamSettings settings() {
        return over(new StreamSettings(DeliveryMethod.POLL, null, null, null, null, SubjectFormat.EMAIL));
    }

    /** The stream's settings with those that the form has in their place. */
    StreamSettings over(StreamSettings before) {
        StreamSettings delivery = body.hasNonNull("delivery") ? delivery(body.get("delivery")) : before;
        String format = text(body, FORMAT);
        return new StreamSettings(
                delivery.method(),
                delivery.endpoint(),
                delivery.authorization(),
                body.has("events_requested") ? events() : before.events(),
                body.has("description") ? text(body, "description") : before.description(),
                format == null ? before.format() : format(format));
    }

    /** 400 if the form gives one of the transmitter's properties another value than the stream has. */
    StreamForm matching(StreamView stream, ObjectNode shown) {
        for (String property : List.of(
                "iss",
                "aud",
                "events_supported",
                "events_delivered",
                "min_verification_interval",
                "inactivity_timeout")) {
            if (body.has(property) && !same(body.get(property), shown.path(property))) {
                throw mine(property, stream);
            }
        }
        return this;
    }

    /** The same of where a polled stream is fetched; it says where a pushed one goes by itself. */
    StreamForm polledAt(String endpoint, StreamView stream) {
        JsonNode delivery = body.path("delivery");
        String sent = text(delivery, ENDPOINT);
        if (DeliveryMethod.ofUrn(text(delivery, "method")) == DeliveryMethod.POLL
                && sent != null
                && !sent.equals(endpoint)) {
            throw mine("delivery." + ENDPOINT + " of a polled stream", stream);
        }
        return this;
    }

    /** Numbers by their value: one that was read need not be of the size that one is written with. */
    private static boolean same(JsonNode sent, JsonNode known) {
        boolean numbers = sent.isNumber() && known.isNumber();
        return numbers ? sent.doubleValue() == known.doubleValue() : sent.equals(known);
    }

    private static RequestRefused mine(String property, StreamView stream) {
        return RequestRefused.invalid(property + " is the transmitter's to say; stream " + stream.id() + ".");
    }

    @Nullable
    String text(String member) {
        return text(body, member);
    }

    /** The subject in one word; null for one of a form that no event has. */
    @Nullable
    String subject() {
        if (!(body.get("subject") instanceof ObjectNode subject)) {
            throw RequestRefused.invalid("subject is missing: an object with its format.");
        }
        String format = text(subject, "format");
        if (format == null) {
            throw RequestRefused.invalid("The subject has no format.");
        }
        return switch (format) {
            case "email" -> Subjects.email(required(subject, "email"));
            case "iss_sub" -> Subjects.issSub(required(subject, "iss"), required(subject, "sub"));
            case "opaque" -> Subjects.opaque(required(subject, "id"));
            default -> null;
        };
    }

    private static StreamSettings delivery(JsonNode delivery) {
        DeliveryMethod method = DeliveryMethod.ofUrn(text(delivery, "method"));
        if (method == null) {
            throw RequestRefused.invalid("delivery.method is none that is supported.");
        }
        boolean push = method == DeliveryMethod.PUSH;
        return new StreamSettings(
                method,
                push ? required(delivery, ENDPOINT) : null,
                push ? header(text(delivery, "authorization_header")) : null,
                null,
                null,
                SubjectFormat.EMAIL);
    }

    private static @Nullable String header(@Nullable String value) {
        if (value != null && !value.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw RequestRefused.invalid("authorization_header is no value of a header.");
        }
        return value;
    }

    /** Unknown URIs are kept as they were sent and never told. */
    private @Nullable List<String> events() {
        JsonNode sent = body.get("events_requested");
        if (sent.isNull()) {
            return null;
        }
        List<String> events = new ArrayList<>();
        for (JsonNode uri : sent) {
            if (!uri.isTextual() || uri.asText().isBlank() || uri.asText().length() > LONGEST) {
                throw RequestRefused.invalid("events_requested is an array of URIs.");
            }
            checked(uri.asText(), "events_requested");
            events.add(uri.asText().replaceAll("\\s", ""));
        }
        if (!sent.isArray() || events.size() > MOST_EVENTS) {
            throw RequestRefused.invalid("events_requested is an array of at most " + MOST_EVENTS + " URIs.");
        }
        return events;
    }

    private static SubjectFormat format(String word) {
        try {
            return SubjectFormat.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RequestRefused.invalid("subject_format is email, iss_sub or opaque.");
        }
    }

    private static String required(JsonNode object, String member) {
        String text = text(object, member);
        if (text == null || text.isBlank()) {
            throw RequestRefused.invalid(member + " is missing.");
        }
        return text;
    }

    private static @Nullable String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw RequestRefused.invalid(member + " is not a text.");
        }
        return checked(value.asText(), member);
    }

    private static String checked(String text, String member) {
        if (text.length() > LONGEST || SoundText.fault(text) != null) {
            throw RequestRefused.invalid(member + " is too long or holds a character that no text has.");
        }
        return text;
    }
}
