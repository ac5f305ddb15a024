package au.com.visibuild.scim.protocol.discovery;

import static au.com.visibuild.scim.protocol.discovery.Documents.number;
import static au.com.visibuild.scim.protocol.discovery.Documents.supported;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service can do (RFC 7643 §5). Complete whatever is supported: clients refuse a document that lacks, say,
 * the limits of a bulk that is off.
 *
 * @param documentationUri where the manual is, or null
 * @param patch whether PATCH is offered
 * @param bulk whether and how much bulk is offered
 * @param filter whether filters are offered
 * @param changePassword whether a password can be changed
 * @param sort whether sorting is offered
 * @param etag whether entity tags are kept
 * @param pagination how lists are paged
 */
public record ServiceProviderConfig(
        @Nullable String documentationUri,
        boolean patch,
        Bulk bulk,
        Filter filter,
        boolean changePassword,
        boolean sort,
        boolean etag,
        Pagination pagination) {

    /**
     * Many operations in one request (RFC 7644 §3.7).
     *
     * @param supported whether it is offered
     * @param maxOperations the most operations of one request
     * @param maxPayloadSize the most bytes of one request
     */
    public record Bulk(boolean supported, int maxOperations, long maxPayloadSize) {}

    /**
     * Filters (RFC 7644 §3.4.2.2).
     *
     * @param supported whether they are offered
     * @param maxResults the most resources of one answer
     */
    public record Filter(boolean supported, int maxResults) {}

    /**
     * How lists are paged (RFC 9865 §4). By index unless only cursors are offered.
     *
     * @param cursor whether pages by cursor are offered
     * @param index whether pages by startIndex are offered
     * @param defaultPageSize the resources of a page when {@code count} is not given
     * @param maxPageSize the most resources of a page
     * @param cursorTimeout for how many seconds a cursor is good, or null when it does not end
     */
    public record Pagination(
            boolean cursor,
            boolean index,
            int defaultPageSize,
            int maxPageSize,
            @Nullable Integer cursorTimeout) {}

    /** The document at {@code /ServiceProviderConfig} below the base URL. */
    public ComplexValue document(String baseUrl) {
        return Documents.of(CoreSchemas.SERVICE_PROVIDER_CONFIG.id())
                .putText("documentationUri", documentationUri)
                .put("patch", supported(patch))
                .put("bulk", bulkDocument())
                .put("filter", with(filter.supported(), "maxResults", filter.maxResults()))
                .put("changePassword", supported(changePassword))
                .put("sort", supported(sort))
                .put("etag", supported(etag))
                .put("pagination", paginationDocument())
                .put("authenticationSchemes", Documents.objects(List.of(bearerToken())))
                .put(
                        "meta",
                        Documents.meta("ServiceProviderConfig", Documents.location(baseUrl, "/ServiceProviderConfig")))
                .build();
    }

    private Complex bulkDocument() {
        return new Complex(with(bulk.supported(), "maxOperations", bulk.maxOperations())
                .value()
                .with("maxPayloadSize", number(bulk.maxPayloadSize())));
    }

    private Complex paginationDocument() {
        ComplexValue.Builder members = ComplexValue.builder()
                .put("cursor", Bool.of(pagination.cursor()))
                .put("index", Bool.of(pagination.index()))
                .putText("defaultPaginationMethod", pagination.index() ? "index" : "cursor")
                .put("defaultPageSize", number(pagination.defaultPageSize()))
                .put("maxPageSize", number(pagination.maxPageSize()));
        if (pagination.cursorTimeout() != null) {
            members.put("cursorTimeout", number(pagination.cursorTimeout()));
        }
        return new Complex(members.build());
    }

    private ComplexValue bearerToken() {
        return ComplexValue.builder()
                .putText("type", "oauthbearertoken")
                .putText("name", "OAuth Bearer Token")
                .putText("description", "Send the company's SCIM token in the Authorization header as a bearer token.")
                .putText("specUri", "https://www.rfc-editor.org/info/rfc6750")
                .putText("documentationUri", documentationUri)
                .put("primary", Bool.TRUE)
                .build();
    }

    private static Complex with(boolean supported, String limit, long number) {
        return new Complex(supported(supported).value().with(limit, number(number)));
    }
}
