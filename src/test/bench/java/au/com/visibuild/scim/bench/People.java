package au.com.visibuild.scim.bench;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.nio.charset.StandardCharsets;

/** What identity providers send, as the benchmarks read it. */
final class People {

    /** A person with about as much as Entra ID sends. */
    static final String PERSON = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User",
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
             "externalId": "0a1b2c3d-kim", "userName": "kim.ito@company.example", "active": true,
             "displayName": "Kim Ito", "title": "Site manager", "preferredLanguage": "en-AU", "userType": "Employee",
             "name": {"formatted": "Kim Ito", "givenName": "Kim", "familyName": "Ito"},
             "emails": [{"value": "kim.ito@company.example", "type": "work", "primary": true},
                        {"value": "kim@home.example", "type": "home"}],
             "phoneNumbers": [{"value": "+61 3 5550 0000", "type": "work"}, {"value": "+61 400 000 000", "type": "mobile"}],
             "addresses": [{"type": "work", "streetAddress": "1 Site Road", "locality": "Melbourne", "region": "VIC",
                            "postalCode": "3000", "country": "AU", "primary": true}],
             "roles": [{"value": "foreman", "primary": true}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
               "employeeNumber": "E701984", "costCenter": "4130", "department": "Structures",
               "manager": {"value": "2819c223-7f76-453a-919d-413861904646"}}}""";

    /** Four changes in one request, two of them within elements. */
    static final String CHANGES = """
            {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [
              {"op": "replace", "path": "displayName", "value": "Kim Ito-Lee"},
              {"op": "replace", "path": "emails[type eq \\"work\\"].value", "value": "kim.lee@company.example"},
              {"op": "add", "path": "phoneNumbers", "value": [{"value": "+61 400 111 111", "type": "other"}]},
              {"op": "replace", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
               "value": "Facades"}]}""";

    /** What most filters look like. */
    static final String LOOKUP = "userName eq \"kim.ito@company.example\"";

    /** A filter with every kind of expression in it. */
    static final String LONG_FILTER = "active eq true and (emails[type eq \"work\" and value co \"@company.example\"]"
            + " or not (title sw \"Site\")) and meta.lastModified gt \"2026-01-01T00:00:00Z\" and"
            + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department ne \"Facades\"";

    private People() {}

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static ComplexValue object(String json) {
        return AttributeJson.parseObject(bytes(json));
    }
}
