package au.com.visibuild.scim.token;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TokenAuthenticationIT extends TokenAuthenticationTest {}
