package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list request says, from the query of a GET (RFC 7644 §3.4.2) or the body of a {@code .search} (§3.4.3): read,
 * not yet checked against a resource type.
 *
 * @param attributes the attributes to return; empty for the default set
 * @param excludedAttributes the attributes to leave out
 * @param filter the filter's text, or null
 * @param sortBy the attribute to order by, or null
 * @param sortOrder {@code ascending} or {@code descending}, or null
 * @param startIndex the first result wanted, counted from 1, or null
 * @param count how many results are wanted, or null
 * @param cursor the cursor of the page before, empty for the first page by cursor, null for pages by index (RFC 9865 §2)
 */
public record SearchRequest(
        List<String> attributes,
        List<String> excludedAttributes,
        @Nullable String filter,
        @Nullable String sortBy,
        @Nullable String sortOrder,
        @Nullable Integer startIndex,
        @Nullable Integer count,
        @Nullable String cursor) {

    /** The message schema of a search's body. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,40}");
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);

    public SearchRequest {
        attributes = List.copyOf(attributes);
        excludedAttributes = List.copyOf(excludedAttributes);
    }

    /**
     * Reads a query's parameters. A startIndex or count that is no whole number: 400 {@code invalidValue}; beside a cursor
     * such a count: 400 {@code invalidCount} (RFC 9865 §2.1).
     */
    public static SearchRequest ofParameters(Map<String, String> parameters) {
        return new SearchRequest(
                names(parameters.get("attributes")),
                names(parameters.get("excludedAttributes")),
                parameters.get("filter"),
                parameters.get("sortBy"),
                parameters.get("sortOrder"),
                number("startIndex", parameters.get("startIndex")),
                count(parameters.containsKey("cursor"), () -> number("count", parameters.get("count"))),
                parameters.get("cursor"));
    }

    /**
     * Reads a body. Not of the message's schema: 400 {@code invalidSyntax}; a member of another type: 400 {@code
     * invalidValue}, or {@code invalidCount} as above.
     */
    public static SearchRequest ofBody(ComplexValue body) {
        if (!names("schemas", body).stream().anyMatch(SCHEMA::equalsIgnoreCase)) {
            throw ScimException.invalidSyntax("The body's 'schemas' must name " + SCHEMA + ".");
        }
        return new SearchRequest(
                names("attributes", body),
                names("excludedAttributes", body),
                text("filter", body),
                text("sortBy", body),
                text("sortOrder", body),
                number("startIndex", body),
                count(body.has("cursor"), () -> number("count", body)),
                text("cursor", body));
    }

    private static @Nullable Integer count(boolean besideCursor, Supplier<@Nullable Integer> given) {
        try {
            return given.get();
        } catch (ScimException e) {
            throw besideCursor ? ScimException.invalidCount(e.error().detail()) : e;
        }
    }

    private static List<String> names(@Nullable String commaSeparated) {
        if (commaSeparated == null) {
            return List.of();
        }
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> names(String member, ComplexValue body) {
        return switch (body.get(member)) {
            case null -> List.of();
            case AttributeValue.Unassigned _ -> List.of();
            case AttributeValue.Multi(var elements) ->
                elements.stream()
                        .map(element -> element instanceof AttributeValue.Text(var name) ? name : wrong(member))
                        .toList();
            case AttributeValue.Text _, AttributeValue.Bool _, AttributeValue.Decimal _, AttributeValue.Complex _ ->
                List.of(wrong(member));
        };
    }

    private static String wrong(String member) {
        throw ScimException.invalidValue("'" + member + "' must be an array of strings.");
    }

    private static @Nullable String text(String member, ComplexValue body) {
        return switch (body.get(member)) {
            case null -> null;
            case AttributeValue.Unassigned _ -> null;
            case AttributeValue.Text(var text) -> text;
            case AttributeValue.Multi _, AttributeValue.Bool _, AttributeValue.Decimal _, AttributeValue.Complex _ ->
                throw ScimException.invalidValue("'" + member + "' must be a string.");
        };
    }

    private static @Nullable Integer number(String member, ComplexValue body) {
        return switch (body.get(member)) {
            case null -> null;
            case AttributeValue.Unassigned _ -> null;
            case AttributeValue.Decimal(var number) -> clamped(member, number);
            case AttributeValue.Text(var text) -> number(member, text);
            case AttributeValue.Multi _, AttributeValue.Bool _, AttributeValue.Complex _ -> throw noNumber(member);
        };
    }

    private static @Nullable Integer number(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(text.strip()).matches()) {
            throw noNumber(name);
        }
        return clamped(name, new BigDecimal(text.strip()));
    }

    /** Bounds first: after them no exponent is left that would be costly to write out. */
    private static Integer clamped(String name, BigDecimal number) {
        BigDecimal bounded = number.max(LEAST).min(MOST);
        if (bounded.stripTrailingZeros().scale() > 0) {
            throw noNumber(name);
        }
        return bounded.intValueExact();
    }

    private static ScimException noNumber(String name) {
        return ScimException.invalidValue("'" + name + "' must be a whole number.");
    }
}
