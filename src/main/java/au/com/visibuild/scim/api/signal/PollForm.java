package au.com.visibuild.scim.api.signal;

import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.schema.SoundText;
import au.com.visibuild.scim.signal.Polls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a poll request (RFC 8936 §2.2). Identifiers that are none of ours are passed over. */
final class PollForm {

    private static final int MOST_AT_ONCE = 1_000;
    private static final int LONGEST = 500;

    private PollForm() {}

    static Polls.Request read(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode form)) {
            throw RequestRefused.invalid("Send a JSON object.");
        }
        JsonNode most = form.path("maxEvents");
        JsonNode atOnce = form.path("returnImmediately");
        if (!(most.isMissingNode() || (most.canConvertToInt() && most.isIntegralNumber() && most.asInt() >= 0))) {
            throw RequestRefused.invalid("maxEvents is a number from 0.");
        }
        if (!(atOnce.isMissingNode() || atOnce.isBoolean())) {
            throw RequestRefused.invalid("returnImmediately is true or false.");
        }
        return new Polls.Request(
                most.asInt(Integer.MAX_VALUE),
                atOnce.asBoolean(),
                taken(form.path("ack")),
                refused(form.path("setErrs")));
    }

    private static List<UUID> taken(JsonNode ack) {
        if (!(ack.isMissingNode() || ack.isArray()) || ack.size() > MOST_AT_ONCE) {
            throw RequestRefused.invalid("ack is an array of at most " + MOST_AT_ONCE + " texts.");
        }
        List<UUID> taken = new ArrayList<>();
        for (JsonNode jti : ack) {
            UUID id = Ids.read(jti.asText());
            if (id != null) {
                taken.add(id);
            }
        }
        return taken;
    }

    private static Map<UUID, Polls.Refusal> refused(JsonNode errors) {
        if (!(errors.isMissingNode() || errors.isObject()) || errors.size() > MOST_AT_ONCE) {
            throw RequestRefused.invalid("setErrs is an object of at most " + MOST_AT_ONCE + " members.");
        }
        Map<UUID, Polls.Refusal> refused = new LinkedHashMap<>();
        errors.properties().forEach(error -> {
            UUID id = Ids.read(error.getKey());
            if (id != null) {
                JsonNode why = error.getValue();
                refused.put(id, new Polls.Refusal(brief(why.path("err")), brief(why.path("description"))));
            }
        });
        return refused;
    }

    private static String brief(JsonNode node) {
        String text = node.asText("");
        if (SoundText.fault(text) != null) {
            throw RequestRefused.invalid("setErrs holds a character that no text has.");
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
