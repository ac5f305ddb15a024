package au.com.visibuild.scim.protocol.bulk;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * References such as {@code bulkId:qwerty} in data and paths (RFC 7644 §3.7.2), and the ids they stand for once the
 * resource is made. Only a string that is such a reference as a whole counts, or one that ends a path.
 */
public final class BulkIds {

    private static final String PREFIX = "bulkId:";

    private final Map<String, String> known = new HashMap<>();

    /** The resource that the operation with this bulkId made. */
    public void made(String bulkId, String id) {
        known.put(bulkId, id);
    }

    /** The operation with this bulkId made nothing: an id it was given ahead stands for nobody. */
    public void failed(String bulkId) {
        known.remove(bulkId);
    }

    /** The id behind a bulkId, or null while there is none. */
    public @Nullable String id(String bulkId) {
        return known.get(bulkId);
    }

    /** The bulkIds an operation refers to and that stand for nothing yet. */
    public Set<String> missing(BulkOperation operation) {
        Set<String> missing = new HashSet<>();
        UnaryOperator<String> collect = bulkId -> {
            if (!known.containsKey(bulkId)) {
                missing.add(bulkId);
            }
            return bulkId;
        };
        rewritePath(operation.path(), collect);
        if (operation.data() != null) {
            rewrite(operation.data(), collect);
        }
        return missing;
    }

    /** The operation with ids in place of the references that are known. */
    public BulkOperation resolve(BulkOperation operation) {
        UnaryOperator<String> lookUp = bulkId -> known.getOrDefault(bulkId, PREFIX + bulkId);
        return new BulkOperation(
                operation.method(),
                rewritePath(operation.path(), lookUp),
                operation.bulkId(),
                operation.version(),
                operation.data() == null ? null : rewrite(operation.data(), lookUp));
    }

    private static String rewritePath(String path, UnaryOperator<String> by) {
        int reference = path.indexOf("/" + PREFIX);
        return reference < 0
                ? path
                : path.substring(0, reference + 1) + by.apply(path.substring(reference + 1 + PREFIX.length()));
    }

    private static ComplexValue rewrite(ComplexValue object, UnaryOperator<String> by) {
        ComplexValue.Builder members = ComplexValue.builder();
        for (ComplexValue.Member member : object.members()) {
            members.put(member.name(), rewrite(member.value(), by));
        }
        return members.build();
    }

    private static AttributeValue rewrite(AttributeValue value, UnaryOperator<String> by) {
        return switch (value) {
            case Text(var text) when text.startsWith(PREFIX) -> new Text(by.apply(text.substring(PREFIX.length())));
            case Complex(var object) -> new Complex(rewrite(object, by));
            case Multi(var elements) -> new Multi(rewriteAll(elements, by));
            case Text _, AttributeValue.Bool _, AttributeValue.Decimal _, AttributeValue.Unassigned _ -> value;
        };
    }

    private static List<AttributeValue> rewriteAll(List<AttributeValue> elements, UnaryOperator<String> by) {
        return elements.stream().map(element -> rewrite(element, by)).toList();
    }
}
