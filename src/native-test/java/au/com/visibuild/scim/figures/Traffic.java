package au.com.visibuild.scim.figures;

import au.com.visibuild.scim.figures.Wire.Request;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** What identity providers send, about people who are there. */
final class Traffic {

    private static final String USERS = "/scim_v2/Users";
    private static final String SCHEMAS = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\","
            + "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"],";

    private final List<String> ids;
    private final IntFunction<String> userNames;

    Traffic(List<String> ids, IntFunction<String> userNames) {
        this.ids = ids;
        this.userNames = userNames;
    }

    Request get() {
        return new Request("GET", USERS + "/" + anyone(), "");
    }

    /** A person whom nobody has, as Entra ID makes one. */
    static Request create() {
        return new Request("POST", USERS, person(UUID.randomUUID() + "@figures.example"));
    }

    static String person(String userName) {
        return SCHEMAS + """
                "externalId":"%1$s","userName":"%1$s","active":true,"displayName":"Kim Ito",
                "name":{"formatted":"Kim Ito","familyName":"Ito","givenName":"Kim"},"title":"Site engineer",
                "emails":[{"value":"%1$s","type":"work","primary":true}],
                "phoneNumbers":[{"value":"+61 2 5550 0100","type":"work"}],"preferredLanguage":"en-AU",
                "addresses":[{"type":"work","streetAddress":"1 Harbour St","locality":"Sydney","country":"AU"}],
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Works","employeeNumber":"7"}}\
                """.formatted(userName);
    }

    /**
     * One of a mix: of a hundred, 40 look a person up by name, 25 read one, 15 make one, 10 change one, 5 switch one off or
     * on, and 5 read a page of a hundred.
     */
    Request mixed() {
        int of100 = ThreadLocalRandom.current().nextInt(100);
        if (of100 < 40) {
            String userName = userNames.apply(ThreadLocalRandom.current().nextInt(ids.size()));
            return new Request("GET", USERS + "?filter=userName%20eq%20%22" + userName + "%22", "");
        }
        if (of100 < 65) {
            return get();
        }
        if (of100 < 80) {
            return create();
        }
        if (of100 < 90) {
            return patch("{\"op\":\"Replace\",\"path\":\"displayName\",\"value\":\"Kim " + UUID.randomUUID() + "\"}");
        }
        if (of100 < 95) {
            boolean active = ThreadLocalRandom.current().nextBoolean();
            return patch("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"" + (active ? "True" : "False") + "\"}");
        }
        return new Request("GET", USERS + "?count=100&startIndex=1", "");
    }

    private Request patch(String operation) {
        return new Request(
                "PATCH",
                USERS + "/" + anyone(),
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[%s]}"
                        .formatted(operation));
    }

    private String anyone() {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }
}
