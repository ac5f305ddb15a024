package au.com.visibuild.scim.protocol.projection;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.util.List;

/**
 * Reduces representations to what a projection shows (RFC 7644 §3.9). {@code returned} decides first (RFC 7643 §7):
 * always is shown whatever the caller says, never is not shown whatever the caller says, request is shown when named.
 * Then {@code attributes} shows only what it names, and {@code excludedAttributes} all but what it names. A complex
 * attribute, or an extension, of which nothing is left is left out. So is a member that no schema knows.
 */
public final class Projector {

    private static final AttributeValue NOTHING = new Unassigned();

    private final ResourceSchema schema;
    private final NamedAttributes named;
    private final boolean onlyNamed;

    /** A projector for many resources of one type. */
    public Projector(Projection projection, ResourceSchema schema) {
        this.schema = schema;
        this.onlyNamed = !projection.attributes().isEmpty();
        this.named = NamedAttributes.of(onlyNamed ? projection.attributes() : projection.excludedAttributes(), schema);
    }

    /** One resource, projected. */
    public static ComplexValue apply(ComplexValue representation, Projection projection, ResourceSchema schema) {
        return new Projector(projection, schema).apply(representation);
    }

    /** The representation's visible part, in its order. */
    public ComplexValue apply(ComplexValue representation) {
        ComplexValue.Builder visible = ComplexValue.builder();
        for (ComplexValue.Member member : representation.members()) {
            Schema extension = schema.extension(member.name());
            AttributeValue value;
            if (extension == null) {
                ResolvedAttribute attribute = schema.resolve(AttributePath.of(member.name()));
                value = attribute == null ? NOTHING : project(attribute, schema.core(), member.value());
            } else {
                value = extension(extension, member.value());
            }
            put(visible, member.name(), value);
        }
        return visible.build();
    }

    private AttributeValue extension(Schema extension, AttributeValue value) {
        if (!(value instanceof Complex(var object))) {
            return NOTHING;
        }
        ComplexValue.Builder visible = ComplexValue.builder();
        for (ComplexValue.Member member : object.members()) {
            AttributeDefinition attribute = extension.attribute(member.name());
            if (attribute != null) {
                ResolvedAttribute path = new ResolvedAttribute(extension, attribute, null);
                put(visible, member.name(), project(path, extension, member.value()));
            }
        }
        return new Complex(visible.build());
    }

    private AttributeValue project(ResolvedAttribute attribute, Schema definedIn, AttributeValue value) {
        boolean whole = named.hasWhole(attribute, definedIn);
        boolean shown = switch (attribute.attribute().returned()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case DEFAULT -> onlyNamed ? whole || named.hasPart(attribute) : !whole;
            case REQUEST -> onlyNamed && (whole || named.hasPart(attribute));
        };
        if (!shown) {
            return NOTHING;
        }
        boolean wholeShown = !onlyNamed || whole || !named.hasPart(attribute);
        return attribute.attribute().isComplex() ? subAttributes(attribute, wholeShown, value) : value;
    }

    private AttributeValue subAttributes(ResolvedAttribute attribute, boolean wholeShown, AttributeValue value) {
        return switch (value) {
            case Multi(var elements) -> {
                List<AttributeValue> left = elements.stream()
                        .map(element -> subAttributes(attribute, wholeShown, element))
                        .filter(element -> !element.isUnassigned())
                        .toList();
                yield new Multi(left);
            }
            case Complex(var object) -> {
                ComplexValue.Builder visible = ComplexValue.builder();
                for (ComplexValue.Member member : object.members()) {
                    AttributeDefinition sub = attribute.attribute().subAttribute(member.name());
                    if (sub != null && isShown(attribute, sub, wholeShown)) {
                        visible.put(member.name(), member.value());
                    }
                }
                yield new Complex(visible.build());
            }
            case Text _, Bool _, Decimal _, Unassigned _ -> value;
        };
    }

    private boolean isShown(ResolvedAttribute attribute, AttributeDefinition sub, boolean wholeShown) {
        boolean subNamed = named.hasSub(attribute, sub);
        return switch (sub.returned()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case DEFAULT -> onlyNamed ? wholeShown || subNamed : !subNamed;
            case REQUEST -> onlyNamed && subNamed;
        };
    }

    private static void put(ComplexValue.Builder visible, String name, AttributeValue value) {
        if (!value.isUnassigned()) {
            visible.put(name, value);
        }
    }
}
