package au.com.visibuild.scim.provisioning;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TakenNamesIT extends TakenNamesTest {}
