package au.com.visibuild.scim.api.scim;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PatchIT extends PatchTest {}
