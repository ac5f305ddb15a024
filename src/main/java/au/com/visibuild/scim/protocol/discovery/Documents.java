package au.com.visibuild.scim.protocol.discovery;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.math.BigDecimal;
import java.util.List;

/** The shapes that the three kinds of discovery documents share. */
final class Documents {

    private static final String LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private Documents() {}

    /** A document of that schema, still empty. */
    static ComplexValue.Builder of(String schemaUrn) {
        return ComplexValue.builder().put("schemas", texts(List.of(schemaUrn)));
    }

    /** All documents in one page: these endpoints do not page (RFC 7644 §4). */
    static ComplexValue list(List<ComplexValue> documents) {
        return of(LIST_RESPONSE)
                .put("totalResults", number(documents.size()))
                .put("itemsPerPage", number(documents.size()))
                .put("startIndex", number(1))
                .put("Resources", objects(documents))
                .build();
    }

    static Complex meta(String resourceType, String location) {
        return new Complex(ComplexValue.builder()
                .putText("resourceType", resourceType)
                .putText("location", location)
                .build());
    }

    /** The absolute URI of something below the base URL, which may end in a slash or not. */
    static String location(String baseUrl, String path) {
        String base = baseUrl;
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
        return base + path;
    }

    static Decimal number(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    static Complex supported(boolean supported) {
        return new Complex(
                ComplexValue.builder().put("supported", Bool.of(supported)).build());
    }

    static Multi objects(List<ComplexValue> objects) {
        return new Multi(objects.stream().<AttributeValue>map(Complex::new).toList());
    }

    static Multi texts(List<String> texts) {
        return new Multi(
                texts.stream().<AttributeValue>map(AttributeValue::text).toList());
    }
}
