package au.com.visibuild.scim.api.admin;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class HostileFormsIT extends HostileFormsTest {}
