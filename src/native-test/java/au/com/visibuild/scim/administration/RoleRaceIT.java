package au.com.visibuild.scim.administration;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RoleRaceIT extends RoleRaceTest {}
