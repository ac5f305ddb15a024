package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a list or search (RFC 7644 §3.4.2).
 *
 * @param totalResults how many resources match, on all pages; null where a page by cursor does not know it
 * @param startIndex the index of the page's first resource, counted from 1; null on a page by cursor
 * @param nextCursor the cursor of the next page; null on the last page and on pages by index (RFC 9865 §2)
 * @param resources the page
 */
public record ListResponse(
        @Nullable Long totalResults,
        @Nullable Integer startIndex,
        @Nullable String nextCursor,
        List<ComplexValue> resources) {

    /** The message schema of the answer. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public ListResponse {
        resources = List.copyOf(resources);
    }

    /** A page by index. */
    public static ListResponse byIndex(long totalResults, int startIndex, List<ComplexValue> resources) {
        return new ListResponse(totalResults, startIndex, null, resources);
    }

    /** A page by cursor. */
    public static ListResponse byCursor(
            @Nullable Long totalResults, @Nullable String nextCursor, List<ComplexValue> resources) {
        return new ListResponse(totalResults, null, nextCursor, resources);
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
        ComplexValue.Builder message =
                ComplexValue.builder().put("schemas", AttributeValue.Multi.of(AttributeValue.text(SCHEMA)));
        if (totalResults != null) {
            message.put("totalResults", number(totalResults));
        }
        if (startIndex != null) {
            message.put("startIndex", number(startIndex));
        }
        return message.put("itemsPerPage", number(itemsPerPage()))
                .putText("nextCursor", nextCursor)
                .put("Resources", new AttributeValue.Multi(page))
                .build();
    }

    private static AttributeValue number(long number) {
        return new AttributeValue.Decimal(BigDecimal.valueOf(number));
    }
}
