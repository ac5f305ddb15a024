package au.com.visibuild.scim.protocol.filter;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResolvedAttribute;
import java.util.Arrays;
import java.util.Objects;

/** Values and paths that the tests of filters and queries share. */
public final class Samples {

    /** The URN of the enterprise extension. */
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private Samples() {}

    /** An object of these members: names at even places, values (String, Boolean, AttributeValue) after them. */
    public static ComplexValue object(Object... namesAndValues) {
        ComplexValue.Builder builder = ComplexValue.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return builder.build();
    }

    /** An array of these. */
    public static AttributeValue array(Object... elements) {
        return new AttributeValue.Multi(
                Arrays.stream(elements).map(Samples::value).toList());
    }

    /** A String, Boolean, ComplexValue or AttributeValue as a value. */
    public static AttributeValue value(Object value) {
        return switch (value) {
            case AttributeValue given -> given;
            case ComplexValue complex -> new AttributeValue.Complex(complex);
            case Boolean bool -> AttributeValue.Bool.of(bool);
            case String text -> AttributeValue.text(text);
            default -> throw new IllegalArgumentException("No value: " + value);
        };
    }

    /** The text as a typed filter on users. */
    public static TypedFilter typed(String filter) {
        return FilterTypeCheck.check(FilterParser.parse(filter), CoreSchemas.USER_TYPE);
    }

    /** The attribute of users at that path. */
    public static ResolvedAttribute attribute(String path) {
        return Objects.requireNonNull(CoreSchemas.USER_TYPE.resolve(AttributePathParser.parse(path)));
    }
}
