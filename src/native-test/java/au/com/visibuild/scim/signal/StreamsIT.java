package au.com.visibuild.scim.signal;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class StreamsIT extends StreamsTest {}
