package au.com.visibuild.scim.protocol.bulk;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The message.
 *
 * @param failOnErrors after how many errors processing stops; {@link Integer#MAX_VALUE} for never
 * @param operations what to do, in order
 */
public record BulkRequest(int failOnErrors, List<BulkOperation> operations) {

    /** The message's schema. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    /** The most operations of one request; more are a 413 that names the limit. */
    public static final int MAX_OPERATIONS = 1_000;

    /** The most bytes of one request. */
    public static final int MAX_PAYLOAD_SIZE = 1 << 20;

    /** The most members of all objects and elements of all arrays of one request: a hundred for each operation. */
    public static final int MAX_MEMBERS = 100 * MAX_OPERATIONS;

    private static final String OPERATIONS = "Operations";

    public BulkRequest {
        operations = List.copyOf(operations);
    }

    /** Reads the message. What is not built like one: 400 {@code invalidSyntax} that names the place. */
    public static BulkRequest parse(ComplexValue body) {
        boolean named = body.get("schemas") instanceof Multi(var urns)
                && urns.stream().anyMatch(urn -> urn instanceof Text(var text) && text.equalsIgnoreCase(SCHEMA));
        if (!named) {
            throw ScimException.invalidSyntax("The body's 'schemas' must name " + SCHEMA + ".");
        }
        if (!(body.get(OPERATIONS) instanceof Multi(var sent)) || sent.isEmpty()) {
            throw ScimException.invalidSyntax("'Operations' must be an array of one or more operations.");
        }
        if (sent.size() > MAX_OPERATIONS) {
            throw ScimException.tooLarge("The request has " + sent.size() + " operations; maxOperations is "
                    + MAX_OPERATIONS + ". Send them in several requests.");
        }
        return new BulkRequest(failOnErrors(body.get("failOnErrors")), operations(sent));
    }

    private static List<BulkOperation> operations(List<AttributeValue> sent) {
        List<BulkOperation> operations = new ArrayList<>(sent.size());
        Set<String> bulkIds = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String place = OPERATIONS + "[" + i + "]";
            BulkOperation operation = BulkOperation.parse(place, sent.get(i));
            if (operation.bulkId() != null && !bulkIds.add(operation.bulkId())) {
                throw ScimException.invalidSyntax(place + ".bulkId stands in another operation already.");
            }
            operations.add(operation);
        }
        return operations;
    }

    private static int failOnErrors(@Nullable AttributeValue value) {
        return switch (value) {
            case null -> Integer.MAX_VALUE;
            case AttributeValue.Unassigned _ -> Integer.MAX_VALUE;
            case Decimal(var number) when isPositiveInteger(number) -> number.intValue();
            case Decimal _, Text _, AttributeValue.Bool _, Multi _, AttributeValue.Complex _ ->
                throw ScimException.invalidValue("'failOnErrors' must be a whole number of at least 1.");
        };
    }

    private static boolean isPositiveInteger(BigDecimal number) {
        return number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
