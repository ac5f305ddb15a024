package au.com.visibuild.scim.protocol.schema;

import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.attribute;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.canonical;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.complex;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.multiValued;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.pointingAt;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.readOnly;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.required;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.string;

import java.util.List;

/** What a service says about itself (RFC 7643 §5), with the pagination object of RFC 9865 §4. */
final class ServiceProviderConfigSchema {

    static final Schema SCHEMA = new Schema(
            "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig",
            "Service Provider Configuration",
            "What the service can do.",
            List.of(
                    readOnly(pointingAt(
                            attribute("documentationUri", AttributeType.REFERENCE, "Where the manual is."),
                            "external")),
                    feature("patch", "Partial updates."),
                    feature(
                            "bulk",
                            "Many operations in one request.",
                            number("maxOperations", "The most operations of one request."),
                            number("maxPayloadSize", "The most bytes of one request.")),
                    feature("filter", "Filters.", number("maxResults", "The most resources of one answer.")),
                    feature("changePassword", "Changing a password."),
                    feature("sort", "Sorting."),
                    feature("etag", "Entity tags."),
                    pagination(),
                    authenticationSchemes()));

    private ServiceProviderConfigSchema() {}

    private static AttributeDefinition feature(String name, String description, AttributeDefinition... limits) {
        AttributeDefinition[] all = new AttributeDefinition[limits.length + 1];
        all[0] = flag("supported", "Whether the service does it.");
        System.arraycopy(limits, 0, all, 1, limits.length);
        return readOnly(required(complex(name, description, all)));
    }

    private static AttributeDefinition flag(String name, String description) {
        return readOnly(required(attribute(name, AttributeType.BOOLEAN, description)));
    }

    private static AttributeDefinition number(String name, String description) {
        return readOnly(required(attribute(name, AttributeType.INTEGER, description)));
    }

    private static AttributeDefinition optionalNumber(String name, String description) {
        return readOnly(attribute(name, AttributeType.INTEGER, description));
    }

    private static AttributeDefinition pagination() {
        return readOnly(complex(
                "pagination",
                "How lists are paged.",
                flag("cursor", "Whether pages by cursor are offered."),
                flag("index", "Whether pages by startIndex are offered."),
                readOnly(canonical(
                        string("defaultPaginationMethod", "What a request that names neither gets."),
                        "cursor",
                        "index")),
                optionalNumber("defaultPageSize", "The resources of a page when count is not given."),
                optionalNumber("maxPageSize", "The most resources of a page."),
                optionalNumber("cursorTimeout", "For how many seconds a cursor is good.")));
    }

    private static AttributeDefinition authenticationSchemes() {
        return readOnly(required(multiValued(complex(
                "authenticationSchemes",
                "How a client proves who it is.",
                readOnly(required(canonical(
                        string("type", "The kind of scheme."),
                        "oauth",
                        "oauth2",
                        "oauthbearertoken",
                        "httpbasic",
                        "httpdigest"))),
                readOnly(required(string("name", "The scheme's name, for people."))),
                readOnly(required(string("description", "What to send."))),
                readOnly(pointingAt(
                        attribute("specUri", AttributeType.REFERENCE, "The scheme's specification."), "external")),
                readOnly(pointingAt(
                        attribute("documentationUri", AttributeType.REFERENCE, "How to use the scheme here."),
                        "external")),
                readOnly(attribute("primary", AttributeType.BOOLEAN, "Whether this scheme is preferred."))))));
    }
}
