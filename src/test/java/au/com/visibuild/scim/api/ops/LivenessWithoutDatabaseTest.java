package au.com.visibuild.scim.api.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import au.com.visibuild.scim.fixture.OwnPostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A service whose database goes away must not be restarted for it, and must get no requests. */
@QuarkusTest
@WithTestResource(OwnPostgresResource.class)
class LivenessWithoutDatabaseTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @Test
    void withoutItsDatabaseTheServiceIsAliveAndNotReady() {
        given().when().get(ready).then().statusCode(200);

        OwnPostgresResource.stopServer();

        given().when().get(live).then().statusCode(200).body("status", equalTo("UP"));
        given().when().get(ready).then().statusCode(503).body("status", equalTo("DOWN"));
    }
}
