package au.com.visibuild.scim.differential;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.patch.PatchEngine;
import au.com.visibuild.scim.protocol.patch.PatchResult;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The patch engine makes of a resource what a plain model of RFC 7644 §3.5.2 makes of it, or refuses it alike. */
@BesideTheService
class PatchModelTest {

    private static final int REQUESTS = Trials.count(1_000, 50_000);

    /** What became of a request: a refusal, or a resource and the names of what changed. */
    private record Outcome(
            @Nullable ScimType refusal, @Nullable JsonNode resource, Set<String> changed) {

        static Outcome refused(@Nullable ScimType refusal) {
            return new Outcome(refusal, null, Set.of());
        }
    }

    @Test
    void aUserBecomesWhatTheModelSays() {
        agreeOn(CoreSchemas.USER_TYPE);
    }

    @Test
    void whatIsImmutableRequiredOrANumberBecomesWhatTheModelSays() {
        agreeOn(Devices.TYPE);
    }

    private static void agreeOn(ResourceSchema type) {
        Map<ScimType, Integer> refusals = new EnumMap<>(ScimType.class);
        int[] changes = {0, 0};
        Trials.run(REQUESTS, Patches.of(type), request -> {
            Outcome ours = ofTheEngine(type, request);
            assertThat(ours).isEqualTo(ofTheModel(type, request));
            if (ours.refusal() != null) {
                refusals.merge(ours.refusal(), 1, Integer::sum);
            } else {
                changes[ours.changed().isEmpty() ? 0 : 1]++;
            }
        });

        System.out.println(REQUESTS + " requests on a " + type.name() + ": " + changes[1] + " change it, " + changes[0]
                + " do not, refused " + refusals);
        assertThat(changes[1]).isGreaterThan(REQUESTS / 5);
        assertThat(changes[0]).isGreaterThan(REQUESTS / 100);
        assertThat(refusals.keySet())
                .contains(
                        ScimType.INVALID_VALUE,
                        ScimType.INVALID_SYNTAX,
                        ScimType.INVALID_PATH,
                        ScimType.INVALID_FILTER,
                        ScimType.MUTABILITY,
                        ScimType.NO_TARGET);
    }

    private static Outcome ofTheEngine(ResourceSchema type, PatchCase request) {
        try {
            PatchResult result = PatchEngine.strict(type).apply(request.before(), request.request());
            return new Outcome(null, PatchJson.node(result.attributes()), new TreeSet<>(result.changed()));
        } catch (ScimException refusal) {
            return Outcome.refused(refusal.error().scimType());
        }
    }

    private static Outcome ofTheModel(ResourceSchema type, PatchCase request) {
        ObjectNode before = PatchJson.node(request.before());
        try {
            ObjectNode after = PatchModel.patched(type, before, request.steps());
            Set<String> changed = new TreeSet<>(settle(before, after, ""));
            type.extensions().forEach(extension -> {
                JsonNode was = before.path(extension.id());
                if (was instanceof ObjectNode some && after.path(extension.id()) instanceof ObjectNode others) {
                    changed.addAll(settle(some, others, extension.id() + ":"));
                } else if (!was.equals(after.path(extension.id()))) {
                    JsonNode one = was.isMissingNode() ? after.path(extension.id()) : was;
                    one.fieldNames().forEachRemaining(name -> changed.add(extension.id() + ":" + name));
                }
                changed.remove(extension.id());
            });
            return new Outcome(null, after, changed);
        } catch (PatchModel.Refusal refusal) {
            return Outcome.refused(refusal.scimType());
        }
    }

    /** The names that differ; elements that only stand in another order go back to where they were (RFC 7643 §2.4). */
    private static Set<String> settle(ObjectNode before, ObjectNode after, String prefix) {
        Set<String> changed = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode was = before.path(name);
            JsonNode is = after.path(name);
            if (was.isArray() && is.isArray() && counted(was).equals(counted(is))) {
                after.set(name, was);
            } else if (!was.equals(is)) {
                changed.add(prefix + name);
            }
        }
        return changed;
    }

    private static Map<JsonNode, Integer> counted(JsonNode elements) {
        Map<JsonNode, Integer> counted = new HashMap<>();
        elements.forEach(element -> counted.merge(element, 1, Integer::sum));
        return counted;
    }
}
