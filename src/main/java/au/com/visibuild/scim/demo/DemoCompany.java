package au.com.visibuild.scim.demo;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.user.User;
import java.time.Instant;
import java.util.UUID;

/** The company that dev and demo begin with. Its ids and its token are fixed, so that instructions can name them. */
public final class DemoCompany {

    /** The company. */
    public static final UUID ID = UUID.fromString("01900000-0000-7000-8000-00000000c0de");

    /** Its name. */
    public static final String NAME = "Demo Constructions";

    /** Its admin, who exists in Visibuild before SCIM is switched on. */
    public static final UUID ADMIN_ID = UUID.fromString("01900000-0000-7000-8000-000000000ad1");

    /** The admin's userName and login e-mail. */
    public static final String ADMIN_USER_NAME = "admin@demo.example";

    /** The SCIM token: key id {@code demoonly}, and a checksum that is right, so that it takes every usual way. */
    public static final String SCIM_TOKEN = "vbscim_demoonlyDemoTokenNeverUseItInProduction007ar9v";

    private DemoCompany() {}

    static User admin(Instant now) {
        ComplexValue attributes = attributes(ADMIN_USER_NAME, "Alex", "Admin");
        return new User(ADMIN_ID, new CompanyId(ID), attributes, null, now);
    }

    /** What a person of the demo looks like to SCIM. */
    static ComplexValue attributes(String userName, String given, String family) {
        return ComplexValue.builder()
                .putText("userName", userName)
                .put(
                        "name",
                        new Complex(ComplexValue.builder()
                                .putText("familyName", family)
                                .putText("givenName", given)
                                .build()))
                .putText("displayName", given + " " + family)
                .put("active", Bool.TRUE)
                .put(
                        "emails",
                        Multi.of(new Complex(ComplexValue.builder()
                                .putText("value", userName)
                                .putText("type", "work")
                                .put("primary", Bool.TRUE)
                                .build())))
                .build();
    }
}
