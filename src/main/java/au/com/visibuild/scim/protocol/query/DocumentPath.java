package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import au.com.visibuild.scim.protocol.schema.Schema;

/** Where an attribute stands in a search document, as SQL. Names are the schemas' own, never a caller's spelling. */
final class DocumentPath {

    /** The name under which SQL here knows one element of an array. */
    static final String ELEMENT = "e.value";

    private DocumentPath() {}

    /** The attribute (not its sub-attribute) as jsonb. */
    static String attribute(ResolvedAttribute attribute, String document) {
        Schema extension = attribute.extension();
        String root = extension == null ? document : document + " -> " + quoted(extension.id());
        return root + " -> " + quoted(attribute.attribute().name());
    }

    /** The value of a single-valued path as jsonb. */
    static String json(ResolvedAttribute attribute, String document) {
        return below(attribute(attribute, document), attribute);
    }

    /** The path's value below an element of its attribute, as jsonb. */
    static String jsonOfElement(ResolvedAttribute attribute) {
        return below(ELEMENT, attribute);
    }

    /** A {@code FROM} item that yields the elements of a multi-valued attribute. */
    static String elements(ResolvedAttribute attribute, String document) {
        return "jsonb_array_elements(" + attribute(attribute, document) + ") AS e(value)";
    }

    /** The element as it stands in the document, with this value at the path. */
    static AttributeValue element(ResolvedAttribute attribute, AttributeValue value) {
        return attribute.subAttribute() == null
                ? value
                : new AttributeValue.Complex(
                        ComplexValue.EMPTY.with(attribute.subAttribute().name(), value));
    }

    /** A document of nothing but this element of the attribute. */
    static ComplexValue document(ResolvedAttribute attribute, AttributeValue element) {
        ComplexValue inner = ComplexValue.EMPTY.with(
                attribute.attribute().name(),
                attribute.attribute().multiValued() ? AttributeValue.Multi.of(element) : element);
        Schema extension = attribute.extension();
        return extension == null ? inner : ComplexValue.EMPTY.with(extension.id(), new AttributeValue.Complex(inner));
    }

    private static String below(String base, ResolvedAttribute attribute) {
        return attribute.subAttribute() == null
                ? base
                : base + " -> " + quoted(attribute.subAttribute().name());
    }

    private static String quoted(String name) {
        return "'" + name.replace("'", "''") + "'";
    }
}
