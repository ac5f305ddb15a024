package au.com.visibuild.scim.idp;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class GlobalTokenRevocationIT extends GlobalTokenRevocationTest {}
