package au.com.visibuild.scim.api.scim;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WrongTypesIT extends WrongTypesTest {}
