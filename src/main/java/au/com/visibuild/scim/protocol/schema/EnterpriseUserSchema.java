package au.com.visibuild.scim.protocol.schema;

import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.attribute;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.complex;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.pointingAt;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.readOnly;
import static au.com.visibuild.scim.protocol.schema.AttributeDefinitions.string;

import java.util.List;

/** The enterprise extension of User (RFC 7643 §4.3). */
final class EnterpriseUserSchema {

    static final Schema SCHEMA = new Schema(
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            "EnterpriseUser",
            "What a company records about a person who works for it.",
            List.of(
                    string("employeeNumber", "The number the company knows the person by."),
                    string("costCenter", "The cost centre that pays for the person."),
                    string("organization", "The organization the person works in."),
                    string("division", "The division the person works in."),
                    string("department", "The department the person works in."),
                    complex(
                            "manager",
                            "The person's manager.",
                            string("value", "The identifier of the manager, as the identity provider sent it."),
                            pointingAt(
                                    attribute("$ref", AttributeType.REFERENCE, "The URI of the manager's resource."),
                                    "User"),
                            readOnly(string("displayName", "The manager's name.")))));

    private EnterpriseUserSchema() {}
}
