package au.com.visibuild.scim.protocol.schema;

import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.attribute;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.canonical;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.complex;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.multiValued;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.pointingAt;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.readOnly;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.required;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.string;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.with;

import java.util.List;

/** The core User (RFC 7643 §4.1), with the characteristics of §8.7.1. */
final class UserSchema {

    static final Schema SCHEMA = new Schema(
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "User",
            "A person who may use the service.",
            List.of(
                    with(
                            required(string("userName", "The name the identity provider knows the person by. Unique.")),
                            Mutability.READ_WRITE,
                            Returned.DEFAULT,
                            Uniqueness.SERVER),
                    name(),
                    string("displayName", "The name to show to other people."),
                    string("nickName", "What the person likes to be called."),
                    pointingAt(
                            attribute("profileUrl", AttributeType.REFERENCE, "A page about the person."), "external"),
                    string("title", "The person's job title."),
                    string("userType", "How the person relates to the company, such as Employee or Contractor."),
                    string("preferredLanguage", "The languages the person reads, as in HTTP's Accept-Language."),
                    string("locale", "The language tag for dates, numbers and currency, such as en-AU."),
                    string("timezone", "The IANA time zone, such as Australia/Melbourne."),
                    attribute(
                            "active",
                            AttributeType.BOOLEAN,
                            "Whether the person may use the service; false ends every session."),
                    with(
                            string("password", "Accepted and dropped; people sign in elsewhere."),
                            Mutability.WRITE_ONLY,
                            Returned.NEVER,
                            Uniqueness.NONE),
                    emails(),
                    phoneNumbers(),
                    ims(),
                    photos(),
                    addresses(),
                    groups(),
                    labelled("entitlements", "What the identity provider says the person is entitled to."),
                    labelled("roles", "The roles the identity provider gives the person; they grant nothing here."),
                    x509Certificates()));

    private UserSchema() {}

    private static AttributeDefinition name() {
        return complex(
                "name",
                "The parts of the person's name.",
                string("formatted", "The whole name, ready to show."),
                string("familyName", "The family name, or last name."),
                string("givenName", "The given name, or first name."),
                string("middleName", "The middle names."),
                string("honorificPrefix", "What stands before the name, such as Dr."),
                string("honorificSuffix", "What stands after the name, such as III."));
    }

    private static AttributeDefinition emails() {
        return plural(
                "emails",
                "The person's e-mail addresses.",
                string("value", "The e-mail address."),
                "work",
                "home",
                "other");
    }

    private static AttributeDefinition phoneNumbers() {
        return plural(
                "phoneNumbers",
                "The person's telephone numbers.",
                string("value", "The telephone number."),
                "work",
                "home",
                "mobile",
                "fax",
                "pager",
                "other");
    }

    private static AttributeDefinition ims() {
        return plural(
                "ims",
                "The person's instant messaging addresses.",
                string("value", "The instant messaging address."),
                "aim",
                "gtalk",
                "icq",
                "xmpp",
                "msn",
                "skype",
                "qq",
                "yahoo");
    }

    private static AttributeDefinition photos() {
        return plural(
                "photos",
                "Pictures of the person.",
                pointingAt(attribute("value", AttributeType.REFERENCE, "The URL of the picture."), "external"),
                "photo",
                "thumbnail");
    }

    private static AttributeDefinition addresses() {
        return multiValued(complex(
                "addresses",
                "The person's postal addresses.",
                string("formatted", "The whole address, ready to print."),
                string("streetAddress", "Street, number, floor; may have several lines."),
                string("locality", "The city or suburb."),
                string("region", "The state or region."),
                string("postalCode", "The postal code."),
                string("country", "The country; ISO 3166-1 alpha-2 is preferred, any text is kept."),
                canonical(string("type", "What the address is for."), "work", "home", "other"),
                primary()));
    }

    private static AttributeDefinition groups() {
        return readOnly(multiValued(complex(
                "groups",
                "The groups the person belongs to. The service has none.",
                readOnly(string("value", "The group's identifier.")),
                readOnly(pointingAt(
                        attribute("$ref", AttributeType.REFERENCE, "The URI of the group."), "User", "Group")),
                readOnly(string("display", "The group's name.")),
                readOnly(canonical(string("type", "How the person came into the group."), "direct", "indirect")))));
    }

    private static AttributeDefinition x509Certificates() {
        return plural(
                "x509Certificates",
                "The person's certificates.",
                attribute("value", AttributeType.BINARY, "One DER certificate in base64."));
    }

    private static AttributeDefinition labelled(String name, String description) {
        return plural(name, description, string("value", "The value."));
    }

    private static AttributeDefinition plural(
            String name, String description, AttributeDefinition value, String... types) {
        return multiValued(complex(
                name,
                description,
                value,
                string("display", "A label for people."),
                canonical(string("type", "What the value is for."), types),
                primary()));
    }

    private static AttributeDefinition primary() {
        return attribute("primary", AttributeType.BOOLEAN, "Whether this is the preferred value; true at most once.");
    }
}
