package au.com.visibuild.scim.demo;

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
}
