package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.fixture.Call;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;

/** The ways in which a person can be switched off. */
enum SwitchOff {
    PATCH_WITH_PATH {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.patch(person, "{\"op\": \"replace\", \"path\": \"active\", \"value\": false}");
        }
    },
    PATCH_WITHOUT_PATH {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.patch(person, "{\"op\": \"replace\", \"value\": {\"active\": false}}");
        }
    },
    PATCH_AS_ENTRA_WRITES_IT {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.patch(person, "{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}");
        }
    },
    PATCH_REMOVE {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.patch(person, "{\"op\": \"remove\", \"path\": \"active\"}");
        }
    },
    PUT {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.scim("PUT", "/Users/" + person.id(), person.body(false));
        }
    },
    DELETE {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.scim("DELETE", "/Users/" + person.id(), null);
        }
    },
    BY_HAND {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.admin("POST", "/users/" + person.id() + "/deactivate", null);
        }
    },
    BY_HAND_AS_AN_EDIT {
        @Override
        Call of(OwnCompany company, Person person) {
            return company.admin("PATCH", "/users/" + person.id(), "{\"active\": false}");
        }
    };

    abstract Call of(OwnCompany company, Person person);

    int status() {
        return this == DELETE ? 204 : 200;
    }
}
