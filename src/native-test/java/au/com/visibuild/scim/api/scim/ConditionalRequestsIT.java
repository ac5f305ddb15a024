package au.com.visibuild.scim.api.scim;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ConditionalRequestsIT extends ConditionalRequestsTest {}
