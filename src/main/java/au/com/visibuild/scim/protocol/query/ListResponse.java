package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * The answer to a list or search (RFC 7644 §3.4.2).
 *
 * @param totalResults how many resources match, on all pages
 * @param startIndex the index of the page's first resource, counted from 1
 * @param resources the page
 */
public record ListResponse(int totalResults, int startIndex, List<ComplexValue> resources) {

    /** The message schema of the answer. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public ListResponse {
        resources = List.copyOf(resources);
    }

    /** How many resources this page has. */
    public int itemsPerPage() {
        return resources.size();
    }

    /** The message. {@code Resources} is there also when it is empty, since several clients need it. */
    public ComplexValue toValue() {
        List<AttributeValue> page = resources.stream()
                .<AttributeValue>map(AttributeValue.Complex::new)
                .toList();
        return ComplexValue.builder()
                .put("schemas", AttributeValue.Multi.of(AttributeValue.text(SCHEMA)))
                .put("totalResults", number(totalResults))
                .put("startIndex", number(startIndex))
                .put("itemsPerPage", number(itemsPerPage()))
                .put("Resources", new AttributeValue.Multi(page))
                .build();
    }

    private static AttributeValue number(int number) {
        return new AttributeValue.Decimal(BigDecimal.valueOf(number));
    }
}
