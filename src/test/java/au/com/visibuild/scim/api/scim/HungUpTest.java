package au.com.visibuild.scim.api.scim;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.CapturedLog;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Callers who do not wait for their answer: an identity provider's time-out, a proxy that restarts. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HungUpTest {

    private static final String PATCH =
            "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
                    + "[{\"op\":\"replace\",\"path\":\"active\",\"value\":false}]}";

    @TestHTTPResource
    URI root;

    @Test
    void aDeactivationIsCarriedThroughAlthoughItsCallerHangsUp() throws Exception {
        OwnCompany company = OwnCompany.at(root);
        Person person = company.employed();

        try (CapturedLog log = new CapturedLog();
                Connection other = TestPostgres.connect(PostgresResource.database())) {
            other.setAutoCommit(false);
            lock(other, person.id());
            try (Socket caller = new Socket(root.getHost(), root.getPort())) {
                caller.setSoLinger(true, 0);
                caller.getOutputStream().write(request(company, person));
                caller.getOutputStream().flush();
                await(HungUpTest::somebodyWaitsForALock);
            }
            Thread.sleep(200); // that the service sees the end of the connection while the write still waits
            other.rollback();

            await(() -> Rows.count("SELECT count(*) FROM users WHERE id = ? AND active", person.id()) == 0);
            assertThat(Rows.count(
                            "SELECT count(*) FROM login_session WHERE user_id = ? AND revoked_at IS NULL", person.id()))
                    .isZero();
            assertThat(Rows.count("SELECT count(*) FROM outbox_event WHERE user_id = ?", person.id()))
                    .isEqualTo(2);
            assertThat(log.lines()).noneMatch(line -> line.contains("had to drop") || line.contains("non-threadsafe"));
        }
    }

    private static void lock(Connection other, UUID person) throws Exception {
        try (var lock = other.prepareStatement("SELECT id FROM users WHERE id = ? FOR UPDATE")) {
            lock.setObject(1, person);
            lock.executeQuery();
        }
    }

    private byte[] request(OwnCompany company, Person person) {
        String head = "PATCH /scim_v2/Users/" + person.id() + " HTTP/1.1\r\nHost: " + root.getAuthority()
                + "\r\nAuthorization: Bearer " + company.token() + "\r\nContent-Type: application/scim+json"
                + "\r\nContent-Length: " + PATCH.length() + "\r\n\r\n";
        return (head + PATCH).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean somebodyWaitsForALock() {
        return Rows.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock'")
                > 0;
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("within its time").isBefore(until);
            Thread.sleep(20);
        }
    }
}
