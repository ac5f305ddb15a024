package au.com.visibuild.scim.differential;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.differential.PatchStep.Place;
import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.patch.PatchEngine;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Others make of single operations what we make of them. Each class of difference has a name and a reason; a difference
 * without one fails. Operations that we refuse are left out: a library without our schema refuses less.
 */
@BesideTheService
class PatchOracleTest {

    private static final int REQUESTS = Trials.count(1_000, 10_000);

    @Test
    void operationsDoWhatTheyDoInUnboundId() {
        agreeWith(new UnboundId(), 0.7);
    }

    @Test
    void operationsDoWhatTheyDoInScimSdk() {
        agreeWith(new ScimSdk(), 0.6);
    }

    private static void agreeWith(Oracle oracle, double mostly) {
        Map<KnownPatchDifference, Integer> known = new EnumMap<>(KnownPatchDifference.class);
        int[] agreed = {0, 0};
        Trials.run(REQUESTS, Patches.of(CoreSchemas.USER_TYPE), request -> {
            PatchCase one = new PatchCase(
                    request.before(), List.of(asTheSchemaSpells(request.steps().getFirst())));
            ObjectNode ours = ours(one);
            if (ours == null) {
                return;
            }
            agreed[1]++;
            ObjectNode theirs = theirs(oracle, one);
            if (ours.equals(theirs)) {
                agreed[0]++;
            } else {
                var difference = new PatchDifference(one.before(), one.steps().getFirst(), ours, theirs);
                known.merge(reason(oracle, difference), 1, Integer::sum);
            }
        });
        System.out.println(oracle.getClass().getSimpleName() + " agrees on " + agreed[0] + " of " + agreed[1]
                + " operations; differences " + known);
        assertThat(agreed[0]).isGreaterThan((int) (agreed[1] * mostly));
    }

    private static KnownPatchDifference reason(Oracle oracle, PatchDifference difference) {
        for (KnownPatchDifference known : KnownPatchDifference.values()) {
            if (known.explains(oracle, difference)) {
                return known;
            }
        }
        throw new AssertionError(difference.step() + " " + difference);
    }

    private static @Nullable ObjectNode ours(PatchCase request) {
        try {
            return PatchJson.node(PatchEngine.strict(CoreSchemas.USER_TYPE)
                    .apply(request.before(), request.request())
                    .attributes());
        } catch (ScimException _) {
            return null;
        }
    }

    /** Null when they refuse. */
    private static @Nullable ObjectNode theirs(Oracle oracle, PatchCase request) {
        ObjectNode person = PatchJson.node(request.before());
        person.putArray("schemas").add(CoreSchemas.USER.id()).add(CoreSchemas.ENTERPRISE_USER.id());
        person.put("id", "1");
        try {
            ObjectNode after = oracle.patched(person, request.request().operations());
            after.remove(List.of("schemas", "id", "meta"));
            return withoutNothing(after) instanceof ObjectNode object ? object : null;
        } catch (Exception _) {
            return null;
        }
    }

    /** Nulls and empty objects and arrays are the same as what is not there (RFC 7643 §2.5). */
    private static JsonNode withoutNothing(JsonNode node) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (node.isArray()) {
            ArrayNode kept = json.arrayNode();
            node.forEach(element -> {
                JsonNode rest = withoutNothing(element);
                if (!rest.isNull()) {
                    kept.add(rest);
                }
            });
            return kept.isEmpty() ? json.nullNode() : kept;
        }
        if (node.isObject()) {
            ObjectNode kept = json.objectNode();
            node.forEachEntry((name, member) -> {
                JsonNode rest = withoutNothing(member);
                if (!rest.isNull()) {
                    kept.set(name, rest);
                }
            });
            return kept.isEmpty() ? json.nullNode() : kept;
        }
        return node;
    }

    private static PatchStep asTheSchemaSpells(PatchStep step) {
        return step.place() instanceof Place.Attribute(var attribute, var filter, var _)
                ? new PatchStep(step.op(), new Place.Attribute(attribute, filter, 1), step.value())
                : step;
    }
}
