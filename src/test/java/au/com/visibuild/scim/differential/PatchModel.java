package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.differential.PatchStep.Place;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterEvaluator;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.patch.PatchOperation.Op;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CommonAttributes;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * RFC 7644 §3.5.2 read a second time, as plainly as it goes: JSON that is changed in place, one method per kind of
 * target. Knows the schema's facts and the meaning of filters, and nothing of the patch engine.
 */
final class PatchModel {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PRIMARY = "primary";

    private final ResourceSchema type;
    private final ObjectNode resource;

    private PatchModel(ResourceSchema type, ObjectNode resource) {
        this.type = type;
        this.resource = resource;
    }

    /** The RFC's refusal. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ScimType scimType;

        Refusal(ScimType scimType, String why) {
            super(why);
            this.scimType = scimType;
        }

        ScimType scimType() {
            return scimType;
        }
    }

    /** What the steps make of the resource; throws a {@link Refusal} when any of them is refused. */
    static ObjectNode patched(ResourceSchema type, ObjectNode before, List<PatchStep> steps) {
        PatchModel model = new PatchModel(type, before.deepCopy());
        for (PatchStep step : steps) {
            model.apply(step);
            type.extensions().stream()
                    .map(Schema::id)
                    .filter(urn -> model.resource.path(urn).isEmpty())
                    .forEach(model.resource::remove);
        }
        return model.resource;
    }

    private void apply(PatchStep step) {
        if (step.place() instanceof Place.Broken(var _, var refusal)) {
            throw new Refusal(refusal, "the path means nothing");
        }
        if (step.place() instanceof Place.Attribute(var attribute, var filter, var _)) {
            picked(attribute, filter);
        }
        if (step.op() == Op.REMOVE) {
            remove(step.place());
        } else if (step.value() == null) {
            throw new Refusal(ScimType.INVALID_VALUE, "no value");
        } else {
            write(step.op(), step.place(), PatchJson.node(step.value()));
        }
    }

    private void write(Op op, Place place, JsonNode value) {
        switch (place) {
            case Place.Everything _ ->
                object(value).forEachEntry((name, member) -> {
                    Schema extension = type.extension(name);
                    write(op, extension == null ? attribute(null, name) : new Place.Extension(extension), member);
                });
            case Place.Extension(var extension) -> {
                if (value.isNull()) {
                    remove(place);
                } else {
                    object(value).forEachEntry((name, member) -> write(op, attribute(extension, name), member));
                }
            }
            case Place.Attribute(var attribute, var filter, var _) -> {
                requireWritable(attribute);
                if (attribute.attribute().equals(CommonAttributes.SCHEMAS)) {
                    requireKnownSchemas(op, value);
                } else if (attribute.leaf().mutability() == Mutability.WRITE_ONLY) {
                    checked(attribute.leaf(), value);
                } else if (attribute.attribute().multiValued()) {
                    writeElements(op, attribute, filter, value);
                } else {
                    writeSingle(attribute, value);
                }
            }
            case Place.Broken _ -> throw new IllegalStateException();
        }
    }

    private void writeSingle(ResolvedAttribute target, JsonNode value) {
        AttributeDefinition attribute = target.attribute();
        JsonNode before = stored(target);
        JsonNode after;
        if (target.subAttribute() != null) {
            after = merged(
                    attribute, before, JSON.objectNode().set(target.leaf().name(), value));
        } else if (attribute.isComplex() && value.isObject()) {
            after = merged(attribute, before, value);
        } else {
            after = checked(attribute, value);
        }
        requireImmutablesKept(attribute, before, after);
        store(target, after);
    }

    private void writeElements(Op op, ResolvedAttribute target, @Nullable Filter filter, JsonNode value) {
        AttributeDefinition attribute = target.attribute();
        List<JsonNode> elements = elements(stored(target));
        if (target.subAttribute() == null && filter == null) {
            if (op == Op.REPLACE && !value.isArray() && !value.isNull()) {
                throw new Refusal(ScimType.INVALID_VALUE, "many values are replaced by an array");
            }
            List<JsonNode> given = checkedElements(attribute, value);
            List<JsonNode> after = op == Op.REPLACE ? given : appended(elements, given);
            if (op == Op.REPLACE || !after.equals(elements)) {
                store(target, array(distinct(after)));
            }
            return;
        }
        Predicate<JsonNode> picked = picked(target, filter);
        List<Integer> written = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (picked.test(elements.get(i))) {
                JsonNode after = writtenElement(op, target, elements.get(i), value);
                requireImmutablesKept(attribute, elements.get(i), after);
                elements.set(i, after);
                written.add(i);
            }
        }
        if (written.isEmpty()) {
            throw new Refusal(ScimType.NO_TARGET, "no element is picked");
        }
        if (elements.equals(elements(stored(target)))) {
            return;
        }
        written.stream().filter(i -> isPrimary(elements.get(i))).findFirst().ifPresent(i -> onlyPrimary(elements, i));
        store(target, array(distinct(elements)));
    }

    private JsonNode writtenElement(Op op, ResolvedAttribute target, JsonNode element, JsonNode value) {
        if (target.subAttribute() != null) {
            return merged(
                    target.attribute(),
                    element,
                    JSON.objectNode().set(target.leaf().name(), value));
        }
        if (op == Op.ADD && value.isObject() && element.isObject()) {
            return merged(target.attribute(), element, value);
        }
        if (value.isArray() || isNothing(value)) {
            throw new Refusal(ScimType.INVALID_VALUE, "an element is one value");
        }
        return checkedOne(target.attribute(), value);
    }

    private void remove(Place place) {
        switch (place) {
            case Place.Everything _ -> throw new Refusal(ScimType.NO_TARGET, "remove needs a path");
            case Place.Extension(var extension) ->
                extension.attributes().stream()
                        .map(attribute -> new ResolvedAttribute(extension, attribute, null))
                        .filter(attribute -> !stored(attribute).isNull())
                        .forEach(attribute -> {
                            requireWritable(attribute);
                            requireImmutablesKept(attribute.attribute(), stored(attribute), JSON.nullNode());
                            store(attribute, JSON.nullNode());
                        });
            case Place.Attribute(var attribute, var filter, var _) -> removeAttribute(attribute, filter);
            case Place.Broken _ -> throw new IllegalStateException();
        }
    }

    private void removeAttribute(ResolvedAttribute target, @Nullable Filter filter) {
        requireWritable(target);
        if (target.leaf().required() && (filter == null || target.subAttribute() != null)) {
            throw new Refusal(ScimType.MUTABILITY, "it is required");
        }
        JsonNode before = stored(target);
        if (!target.attribute().multiValued()) {
            JsonNode after = target.subAttribute() == null ? JSON.nullNode() : without(before, target.leaf());
            requireImmutablesKept(target.attribute(), before, after);
            store(target, after);
            return;
        }
        if (target.subAttribute() == null && filter == null) {
            store(target, JSON.nullNode());
            return;
        }
        Predicate<JsonNode> picked = picked(target, filter);
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode element : elements(before)) {
            boolean goes = picked.test(element);
            if (goes && target.subAttribute() != null) {
                JsonNode rest = without(element, target.leaf());
                requireImmutablesKept(target.attribute(), element, rest);
                kept.add(rest);
            } else if (!goes) {
                kept.add(element);
            }
        }
        if (!kept.equals(elements(before))) {
            store(target, array(distinct(kept)));
        }
    }

    private void requireKnownSchemas(Op op, JsonNode value) {
        if ((op == Op.REPLACE || value.isNull()) && !value.isArray()) {
            throw new Refusal(ScimType.INVALID_VALUE, "schemas is an array");
        }
        List<JsonNode> urns = checkedElements(CommonAttributes.SCHEMAS, value);
        if (urns.isEmpty() || !urns.stream().allMatch(urn -> type.knows(urn.asText()))) {
            throw new Refusal(ScimType.INVALID_VALUE, "no schema of the type");
        }
    }

    private static void requireWritable(ResolvedAttribute target) {
        if (target.attribute().mutability() == Mutability.READ_ONLY
                || target.leaf().mutability() == Mutability.READ_ONLY) {
            throw new Refusal(ScimType.MUTABILITY, "it is readOnly");
        }
    }

    private static void requireImmutablesKept(AttributeDefinition attribute, JsonNode before, JsonNode after) {
        if (attribute.mutability() == Mutability.IMMUTABLE && !before.isNull() && !before.equals(after)) {
            throw new Refusal(ScimType.MUTABILITY, "it is immutable");
        }
        for (AttributeDefinition sub : attribute.subAttributes()) {
            requireImmutablesKept(sub, orNull(before.get(sub.name())), orNull(after.get(sub.name())));
        }
    }

    /** A whole value; JSON null when it is nothing. */
    private static JsonNode checked(AttributeDefinition attribute, JsonNode value) {
        JsonNode after = value.isNull() ? value : checkedOne(attribute, value);
        if (attribute.required() && after.isNull()) {
            throw new Refusal(ScimType.INVALID_VALUE, "it is required");
        }
        return after;
    }

    private static JsonNode checkedOne(AttributeDefinition attribute, JsonNode value) {
        if (!attribute.isComplex()) {
            if (!PatchJson.isOfType(attribute, value)) {
                throw new Refusal(ScimType.INVALID_VALUE, "not a " + attribute.type());
            }
            return value;
        }
        if (!value.isObject()) {
            throw new Refusal(ScimType.INVALID_VALUE, "not an object");
        }
        JsonNode after = merged(attribute, JSON.nullNode(), value);
        for (AttributeDefinition sub : attribute.subAttributes()) {
            if (sub.required() && !after.has(sub.name())) {
                throw new Refusal(ScimType.INVALID_VALUE, "a required sub-attribute is missing");
            }
        }
        return after;
    }

    /** The members of {@code value} put over those of {@code before}; null takes one away. */
    private static JsonNode merged(AttributeDefinition attribute, JsonNode before, JsonNode value) {
        ObjectNode after = before.isObject() ? before.deepCopy() : JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            AttributeDefinition sub = attribute.subAttribute(member.getKey());
            if (sub == null) {
                throw new Refusal(ScimType.INVALID_SYNTAX, "unknown sub-attribute");
            }
            if (sub.mutability() == Mutability.READ_ONLY) {
                throw new Refusal(ScimType.MUTABILITY, "a sub-attribute is readOnly");
            }
            JsonNode checked = checked(sub, member.getValue());
            if (checked.isNull()) {
                after.remove(sub.name());
            } else {
                after.set(sub.name(), checked);
            }
        }
        return after.isEmpty() ? JSON.nullNode() : after;
    }

    private static List<JsonNode> checkedElements(AttributeDefinition attribute, JsonNode value) {
        List<JsonNode> checked = new ArrayList<>();
        int primaries = 0;
        for (JsonNode element : value.isArray() ? value : array(value.isNull() ? List.of() : List.of(value))) {
            JsonNode after = element.isNull() ? element : checkedOne(attribute, element);
            if (!after.isNull()) {
                checked.add(after);
                primaries += isPrimary(after) ? 1 : 0;
            }
        }
        if (primaries > 1) {
            throw new Refusal(ScimType.INVALID_VALUE, "two primary values");
        }
        return checked;
    }

    private static List<JsonNode> appended(List<JsonNode> stored, List<JsonNode> given) {
        List<JsonNode> all = new ArrayList<>(stored);
        for (JsonNode element : given) {
            int place = 0;
            while (place < all.size() && !unmarked(all.get(place)).equals(unmarked(element))) {
                place++;
            }
            if (place == all.size()) {
                all.add(element);
            } else if (isPrimary(element) && !isPrimary(all.get(place))) {
                all.set(place, element);
            } else {
                continue;
            }
            if (isPrimary(element)) {
                onlyPrimary(all, place);
            }
        }
        return all;
    }

    private static List<JsonNode> distinct(List<JsonNode> elements) {
        List<JsonNode> distinct = new ArrayList<>();
        for (JsonNode element : elements) {
            boolean isThere = distinct.stream()
                    .anyMatch(other -> isPrimary(other) == isPrimary(element)
                            && unmarked(other).equals(unmarked(element)));
            if (!element.isNull() && !isThere) {
                distinct.add(element);
            }
        }
        return distinct;
    }

    private static void onlyPrimary(List<JsonNode> elements, int primary) {
        for (int i = 0; i < elements.size(); i++) {
            if (i != primary && isPrimary(elements.get(i))) {
                elements.set(i, ((ObjectNode) elements.get(i).deepCopy()).put(PRIMARY, false));
            }
        }
    }

    private static boolean isPrimary(JsonNode element) {
        return element.path(PRIMARY).asBoolean();
    }

    private static JsonNode unmarked(JsonNode element) {
        return element.isObject() ? ((ObjectNode) element.deepCopy()).without(PRIMARY) : element;
    }

    private static JsonNode without(JsonNode object, AttributeDefinition sub) {
        if (!object.isObject()) {
            return object;
        }
        JsonNode rest = ((ObjectNode) object.deepCopy()).without(sub.name());
        return rest.isEmpty() ? JSON.nullNode() : rest;
    }

    private static Predicate<JsonNode> picked(ResolvedAttribute target, @Nullable Filter filter) {
        if (filter == null) {
            return _ -> true;
        }
        try {
            TypedFilter typed = FilterTypeCheck.checkWithin(filter, target.parent());
            return element -> FilterEvaluator.matchesElement(typed, PatchJson.value(element));
        } catch (ScimException _) {
            throw new Refusal(ScimType.INVALID_FILTER, "it compares what cannot be compared");
        }
    }

    private Place attribute(@Nullable Schema extension, String name) {
        AttributeDefinition found = (extension == null ? type.core() : extension).attribute(name);
        if (found == null && extension == null) {
            found = PatchJson.common(name);
        }
        if (found == null) {
            throw new Refusal(ScimType.INVALID_PATH, "no attribute " + name);
        }
        return new Place.Attribute(new ResolvedAttribute(extension, found, null), null, 1);
    }

    private JsonNode stored(ResolvedAttribute attribute) {
        JsonNode home = attribute.extension() == null
                ? resource
                : resource.path(attribute.extension().id());
        return orNull(home.get(attribute.attribute().name()));
    }

    private void store(ResolvedAttribute attribute, JsonNode value) {
        Schema extension = attribute.extension();
        ObjectNode home = resource;
        if (extension != null) {
            home = resource.path(extension.id()) instanceof ObjectNode there
                    ? there
                    : resource.putObject(extension.id());
        }
        if (value.isNull()) {
            home.remove(attribute.attribute().name());
        } else {
            home.set(attribute.attribute().name(), value);
        }
    }

    private static JsonNode object(JsonNode value) {
        if (!value.isObject()) {
            throw new Refusal(ScimType.INVALID_VALUE, "not an object of attributes");
        }
        return value;
    }

    private static List<JsonNode> elements(JsonNode value) {
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    /** JSON null for no elements. */
    private static JsonNode array(List<JsonNode> elements) {
        return elements.isEmpty() ? JSON.nullNode() : new ArrayNode(JSON, elements);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || (value.isObject() && value.valueStream().allMatch(PatchModel::isNothing));
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? JSON.nullNode() : node;
    }
}
