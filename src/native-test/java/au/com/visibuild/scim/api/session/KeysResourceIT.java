package au.com.visibuild.scim.api.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeysResourceIT extends KeysResourceTest {}
