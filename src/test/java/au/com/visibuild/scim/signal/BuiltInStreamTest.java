package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.EventReceiver;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.OwnCompany;
import au.com.visibuild.scim.fixture.OwnCompany.Person;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a receiver that the settings name no more. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BuiltInStreamTest {

    @TestHTTPResource
    URI root;

    @Inject
    StreamStore streams;

    @Inject
    PushDelivery pushes;

    private OwnCompany company;

    @BeforeEach
    void makeACompany() {
        company = OwnCompany.at(root);
    }

    @AfterEach
    void removeStreams() {
        Rows.execute("DELETE FROM stream WHERE owner = 'test'");
    }

    @Test
    void aReceiverThatTheSettingsNameNoMoreIsSentNothing() {
        SignalConfig none = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SignalConfig.class)
                .build()
                .getConfigMapping(SignalConfig.class);
        Signal signal = new Signal(
                UUID.randomUUID(),
                BuiltInStream.ID,
                "https://old.example",
                SubjectFormat.EMAIL,
                null,
                SignalType.VERIFICATION,
                new JsonObject(),
                "txn",
                Instant.EPOCH,
                Instant.EPOCH);
        DeliveryStore.Claimed kept =
                new DeliveryStore.Claimed(signal, DeliveryMethod.PUSH, EventReceiver.url(), null, 1);

        DeliveryStore.Claimed now = new BuiltInStream(streams, none, Clock.systemUTC()).asSettingsSay(kept);
        String why = InTransaction.onEventLoop(() -> pushes.send(now, "token")
                .map(_ -> "sent")
                .onFailure(NotTaken.class)
                .recoverWithItem(failure -> failure.reason()));

        assertThat(why).isEqualTo("No receiver is configured");
    }

    @Test
    void aStreamThatIsDisabledHoldsNothing() {
        UUID stream = UUID.randomUUID();
        Rows.execute("""
                INSERT INTO stream (id, owner, company_id, audience, method, endpoint_url, subject_format, status,
                                    created_at, updated_at, last_seen_at)
                VALUES (?, 'test', ?, 'https://test.example', 'PUSH', ?, 'EMAIL', 'PAUSED', now(), now(), now())""", stream, company.id(), EventReceiver.url());
        Person person = company.person();
        company.activate(person, false).send().expect(200);
        long deadline = System.nanoTime() + 15_000_000_000L;
        while (held(stream) < 2) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000L);
        }

        InTransaction.await(() -> streams.disable(stream, "No receiver is configured.", Instant.now()));

        assertThat(held(stream)).isZero();
    }

    private static long held(UUID stream) {
        return Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ? AND delivered_at IS NULL", stream);
    }
}
