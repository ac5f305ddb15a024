package au.com.visibuild.scim.api.signal;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StreamResourceIT extends StreamResourceTest {}
