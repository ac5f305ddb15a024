package au.com.visibuild.scim.api.scim;

import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.projection.Projection;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A request's query parameters. Unknown ones are ignored (RFC 7644 §3.4.2); of a repeated one the first counts. */
final class ScimParameters {

    private static final char REPLACEMENT = '\uFFFD';

    private ScimParameters() {}

    static SearchRequest search(UriInfo uri) {
        MultivaluedMap<String, String> sent = sent(uri);
        Map<String, String> first = new HashMap<>();
        sent.forEach((name, values) -> first.put(name, values.getFirst()));
        return SearchRequest.ofParameters(first);
    }

    static Projection projection(UriInfo uri) {
        MultivaluedMap<String, String> sent = sent(uri);
        return Projection.parse(sent.getFirst("attributes"), sent.getFirst("excludedAttributes"));
    }

    /** Where the percent-encoding is not UTF-8 the framework reads a replacement character, which nobody sent. */
    private static MultivaluedMap<String, String> sent(UriInfo uri) {
        if (uri.getQueryParameters().isEmpty()) {
            return uri.getQueryParameters();
        }
        String query = uri.getRequestUri().getRawQuery();
        if (query != null && !isUtf8(query)) {
            throw ScimException.invalidValue("The percent-encoding of the query is not UTF-8.");
        }
        MultivaluedMap<String, String> sent = uri.getQueryParameters();
        if (sent.values().stream().flatMap(List::stream).anyMatch(value -> value.indexOf(REPLACEMENT) >= 0)) {
            throw ScimException.invalidValue("The query holds a character that is not valid in UTF-8.");
        }
        return sent;
    }

    /** The query is a valid URI's: after each percent sign stand two hexadecimal digits. */
    private static boolean isUtf8(String query) {
        byte[] bytes = new byte[query.length()];
        int length = 0;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) HexFormat.fromHexDigits(query, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) (c < 128 ? c : '?');
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
