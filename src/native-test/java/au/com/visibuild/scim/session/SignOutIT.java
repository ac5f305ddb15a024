package au.com.visibuild.scim.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class SignOutIT extends SignOutTest {}
