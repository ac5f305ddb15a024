package au.com.visibuild.scim.api.scim;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RobustnessIT extends RobustnessTest {}
