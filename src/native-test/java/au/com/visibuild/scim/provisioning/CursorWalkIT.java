package au.com.visibuild.scim.provisioning;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CursorWalkIT extends CursorWalkTest {}
