package au.com.visibuild.scim.api.ops;

import au.com.visibuild.scim.fixture.ProductionKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
@WithTestResource(ProductionKeys.class)
class HealthIT extends HealthTest {}
