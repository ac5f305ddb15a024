package au.com.visibuild.scim.api.signal;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.DeliveryRows;
import au.com.visibuild.scim.fixture.DemoJwts;
import au.com.visibuild.scim.fixture.EventReceiver;
import au.com.visibuild.scim.fixture.Jws;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Rows;
import au.com.visibuild.scim.fixture.Tenant;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Shared Signals API as a receiver uses it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StreamResourceTest {

    private static final String ISSUER = "https://scim.demo.visibuild.example";
    private static final String DISABLED = "https://schemas.openid.net/secevent/risc/event-type/account-disabled";
    private static final String VERIFICATION = "https://schemas.openid.net/secevent/ssf/event-type/verification";

    @TestHTTPResource
    URI root;

    private Tenant tenant;
    private Caller platform;

    @BeforeEach
    void aPlatformOfItsOwn() {
        tenant = Tenant.make(root);
        platform = tenant.anyone()
                .bearer(DemoJwts.of(Map.of("sub", "platform-" + tenant.mark(), "groups", List.of("platform"))));
    }

    @AfterEach
    void dropTheStreams() {
        Rows.execute("DELETE FROM stream WHERE owner <> 'settings'");
    }

    @Test
    void theConfigurationNamesTheEndpoints() {
        JsonNode known = tenant.anyone()
                .get("/.well-known/ssf-configuration")
                .expect(200)
                .json();

        assertThat(known.path("spec_version").asText()).isEqualTo("1_0");
        assertThat(known.path("issuer").asText()).isEqualTo(ISSUER);
        assertThat(known.path("jwks_uri").asText()).isEqualTo(ISSUER + "/.well-known/jwks.json");
        assertThat(known.path("configuration_endpoint").asText()).isEqualTo(ISSUER + "/ssf/stream");
        assertThat(known.path("delivery_methods_supported").toString())
                .isEqualTo("[\"urn:ietf:rfc:8935\",\"urn:ietf:rfc:8936\"]");
        assertThat(known.path("authorization_schemes").toString()).isEqualTo("[{\"spec_urn\":\"urn:ietf:rfc:6749\"}]");
        assertThat(known.path("default_subjects").asText()).isEqualTo("ALL");
    }

    @Test
    void aStreamThatDoesNotSayHowIsPolled() {
        Answer answer = platform.post("/ssf/stream", "{}").expect(201);

        JsonNode stream = answer.json();
        String id = stream.path("stream_id").asText();
        assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
        assertThat(stream.path("iss").asText()).isEqualTo(ISSUER);
        assertThat(stream.path("aud").asText()).isNotBlank();
        assertThat(stream.path("events_supported")).hasSize(5);
        assertThat(stream.has("events_requested")).isFalse();
        assertThat(stream.path("events_delivered").toString())
                .contains("session-revoked")
                .doesNotContain("purged");
        assertThat(stream.path("delivery").toString())
                .isEqualTo(
                        "{\"method\":\"urn:ietf:rfc:8936\",\"endpoint_url\":\"" + ISSUER + "/ssf/poll/" + id + "\"}");
        assertThat(stream.path("min_verification_interval").asLong()).isEqualTo(60);
        assertThat(platform.get("/ssf/stream?stream_id=" + id).expect(200).json())
                .isEqualTo(stream);
        assertThat(platform.get("/ssf/stream").expect(200).json()).containsExactly(stream);
    }

    @Test
    void theReceiversSecretIsNotShown() {
        Answer made = platform.post("/ssf/stream", push("Bearer hush")).expect(201);

        assertThat(made.json().path("delivery").path("endpoint_url").asText()).isEqualTo(EventReceiver.url());
        assertThat(made.body()).doesNotContain("hush");
        assertThat(platform.get("/ssf/stream").body()).doesNotContain("hush");
    }

    @Test
    void aPatchChangesWhatItNamesAndAPutTheRestToo() {
        String requested = "\"events_requested\":[\"" + DISABLED + "\",\"urn:example:unknown\"]";
        String id = made("{" + requested + ",\"description\":\"One\"}");

        JsonNode patched = platform.patch(
                        "/ssf/stream",
                        "{\"stream_id\":\"" + id + "\",\"description\":\"Two\",\"iss\":\"" + ISSUER + "\"}")
                .expect(200)
                .json();
        JsonNode put = platform.put("/ssf/stream", "{\"stream_id\":\"" + id + "\"}")
                .expect(200)
                .json();

        assertThat(patched.path("description").asText()).isEqualTo("Two");
        assertThat(patched.path("events_requested")).hasSize(2);
        assertThat(patched.path("events_delivered").toString()).isEqualTo("[\"" + DISABLED + "\"]");
        assertThat(put.has("description") || put.has("events_requested")).isFalse();
    }

    @Test
    void whatAGetAnsweredCanBePutBack() {
        for (String body : List.of(
                "{}",
                "{\"description\":\"One\",\"events_requested\":[],\"subject_format\":\"opaque\"}",
                push("Bearer own").replaceFirst("\\{", "{\"subject_format\":\"iss_sub\","))) {
            Answer known = platform.get("/ssf/stream?stream_id=" + made(body)).expect(200);

            assertThat(platform.put("/ssf/stream", known.body()).expect(200).json())
                    .isEqualTo(known.json());
            assertThat(platform.patch("/ssf/stream", known.body()).expect(200).json())
                    .isEqualTo(known.json());
        }
    }

    @Test
    void whatTheTransmitterSaysMustBeSaidAsItIs() {
        String id = made("{}");
        for (String wrong : List.of(
                "\"min_verification_interval\":61",
                "\"min_verification_interval\":1e999",
                "\"min_verification_interval\":\"60\"",
                "\"inactivity_timeout\":1",
                "\"delivery\":{\"method\":\"urn:ietf:rfc:8936\",\"endpoint_url\":\"https://other.example/poll\"}")) {
            String body = "{\"stream_id\":\"" + id + "\"," + wrong + "}";
            platform.patch("/ssf/stream", body).expectProblem(400);
            platform.put("/ssf/stream", body).expectProblem(400);
        }
        platform.patch("/ssf/stream", "{\"stream_id\":\"" + id + "\",\"min_verification_interval\":60.0}")
                .expect(200);
    }

    @Test
    void whoAsksForNoEventsIsToldNone() {
        JsonNode stream = platform.post("/ssf/stream", "{\"events_requested\":[]}")
                .expect(201)
                .json();

        assertThat(stream.path("events_requested").toString()).isEqualTo("[]");
        assertThat(stream.path("events_delivered").toString()).isEqualTo("[]");
    }

    @Test
    void aChangeThatLeavesTheReceiverWhereItIsDoesNotAskAboutIt() {
        UUID id = DeliveryRows.stream("platform:platform-" + tenant.mark(), null, "http://8.8.8.8/events", null);
        String stream = "{\"stream_id\":\"" + id + "\"";

        assertThat(platform.patch("/ssf/stream", stream + ",\"description\":\"Moving\"}")
                        .expect(200)
                        .text("description"))
                .isEqualTo("Moving");
        platform.patch(
                        "/ssf/stream",
                        stream + ",\"delivery\":{\"method\":\"urn:ietf:rfc:8935\","
                                + "\"endpoint_url\":\"http://8.8.8.8/others\"}}")
                .expectProblem(400);
    }

    @Test
    void whatCannotBeReadAnswers400() {
        String id = made("{}");
        String stream = "{\"stream_id\":\"" + id + "\"";

        for (String body : List.of(
                "[]",
                "{",
                "\"x\"",
                "{\"delivery\":{\"method\":\"urn:example:carrier-pigeon\"}}",
                "{\"delivery\":{\"method\":\"urn:ietf:rfc:8935\"}}",
                "{\"delivery\":{\"method\":\"urn:ietf:rfc:8935\",\"endpoint_url\":\"ftp://a.example/\"}}",
                "{\"delivery\":{\"method\":\"urn:ietf:rfc:8935\",\"endpoint_url\":\"http://8.8.8.8/\"}}",
                "{\"delivery\":{\"method\":\"urn:ietf:rfc:8935\",\"endpoint_url\":\"http://127.0.0.1/\","
                        + "\"authorization_header\":\"a\\r\\nb: c\"}}",
                "{\"events_requested\":\"all\"}",
                "{\"events_requested\":[1]}",
                "{\"description\":\"a\\u0000b\"}",
                "{\"subject_format\":\"phone_number\"}")) {
            platform.post("/ssf/stream", body).expectProblem(400);
        }
        platform.patch("/ssf/stream", stream + ",\"aud\":\"https://other.example\"}")
                .expectProblem(400);
        platform.patch("/ssf/stream", "{}").expectProblem(400);
        platform.delete("/ssf/stream").expectProblem(400);
        platform.get("/ssf/status").expectProblem(400);
        platform.post("/ssf/status", stream + ",\"status\":\"sleeping\"}").expectProblem(400);
        platform.post("/ssf/subjects:add", stream + "}").expectProblem(400);
        platform.post("/ssf/subjects:remove", stream + ",\"subject\":{\"format\":\"email\"}}")
                .expectProblem(400);
        platform.post("/ssf/verify", stream + ",\"state\":7}").expectProblem(400);
    }

    @Test
    void onlyPlatformsAndActiveAdminsComeIn() {
        for (String path : List.of("/ssf/stream", "/ssf/status?stream_id=x")) {
            tenant.anyone().get(path).expectProblem(401);
            tenant.anyone().bearer(tenant.enable()).get(path).expectProblem(401);
            tenant.staff().get(path).expectProblem(403);
            tenant.admin().post(tenant.path("/scim/disable"), null).expect(204);
        }
        tenant.admin().post("/ssf/stream", "{}").expect(201);
        tenant.admin()
                .post(tenant.path("/users/" + tenant.adminId() + "/deactivate"), null)
                .expect(200);
        tenant.admin().get("/ssf/stream").expectProblem(403);
    }

    @Test
    void anotherOwnersStreamIsUnknown() {
        String id = made("{}");
        String stream = "{\"stream_id\":\"" + id + "\"";
        String subject = ",\"subject\":{\"format\":\"opaque\",\"id\":\"x\"}}";
        Caller other =
                tenant.anyone().bearer(DemoJwts.of(Map.of("sub", "other-platform", "groups", List.of("platform"))));

        for (Caller stranger : List.of(other, tenant.admin())) {
            assertThat(stranger.get("/ssf/stream").expect(200).json()).isEmpty();
            stranger.get("/ssf/stream?stream_id=" + id).expectProblem(404);
            stranger.patch("/ssf/stream", stream + "}").expectProblem(404);
            stranger.put("/ssf/stream", stream + "}").expectProblem(404);
            stranger.delete("/ssf/stream?stream_id=" + id).expectProblem(404);
            stranger.get("/ssf/status?stream_id=" + id).expectProblem(404);
            stranger.post("/ssf/status", stream + ",\"status\":\"paused\"}").expectProblem(404);
            stranger.post("/ssf/subjects:add", stream + subject).expectProblem(404);
            stranger.post("/ssf/subjects:remove", stream + subject).expectProblem(404);
            stranger.post("/ssf/verify", stream + "}").expectProblem(404);
        }
        platform.delete("/ssf/stream?stream_id=" + id).expect(204);
        platform.get("/ssf/stream?stream_id=" + id).expectProblem(404);
    }

    @Test
    void oneStreamTooManyIsAConflict() {
        for (int i = 0; i < 10; i++) {
            made("{}");
        }

        platform.post("/ssf/stream", "{}").expectProblem(409);
    }

    @Test
    void whoMakesManyAtOnceGetsNoMoreThanTheMost() {
        List<Integer> statuses = IntStream.range(0, 24)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> platform.post("/ssf/stream", "{}").status(),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnly(201, 409);
        assertThat(platform.get("/ssf/stream").expect(200).json()).hasSize(10);
    }

    @Test
    void aPausedStreamHoldsAndSendsWhenItGoesOn() {
        String id = made(push("Bearer own"));
        status(id, "paused");
        String person = tenant.person("pat");

        tenant.admin()
                .post(tenant.path("/users/" + person + "/deactivate"), null)
                .expect(200);
        EventReceiver.await(tenant.userName("pat"), 2);
        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ?", UUID.fromString(id)))
                .isEqualTo(2);
        JsonNode on = status(id, "enabled");

        assertThat(on.path("status").asText()).isEqualTo("enabled");
        assertThat(EventReceiver.await(tenant.userName("pat"), 4))
                .extracting(EventReceiver.Push::authorization)
                .containsExactly(EventReceiver.AUTHORIZATION, EventReceiver.AUTHORIZATION, "Bearer own", "Bearer own");
    }

    @Test
    void aStreamThatIsDisabledLetsGoOfWhatItHeld() {
        String id = made("{}");
        String person = tenant.person("pat");
        tenant.admin()
                .post(tenant.path("/users/" + person + "/deactivate"), null)
                .expect(200);
        EventReceiver.await(tenant.userName("pat"), 2);
        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ?", UUID.fromString(id)))
                .isEqualTo(2);

        status(id, "disabled");

        assertThat(Rows.count("SELECT count(*) FROM delivery WHERE stream_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void whoWasRemovedIsNotToldOfUntilAddedAgain() {
        String id = made("{}");
        String ann = tenant.person("ann");
        String bob = tenant.person("bob");
        String subject = "{\"stream_id\":\"" + id + "\",\"subject\":{\"format\":\"email\",\"email\":\""
                + tenant.userName("ann").toUpperCase(java.util.Locale.ROOT) + "\"}}";
        platform.post("/ssf/subjects:remove", subject).expect(204);
        platform.post("/ssf/subjects:remove", subject).expect(204);

        tenant.admin().post(tenant.path("/users/" + ann + "/deactivate"), null).expect(200);
        tenant.admin().post(tenant.path("/users/" + bob + "/deactivate"), null).expect(200);
        EventReceiver.await(tenant.userName("bob"), 2);
        EventReceiver.await(tenant.userName("ann"), 2);

        String told = "SELECT count(*) FROM delivery WHERE stream_id = ? AND user_id = ?";
        assertThat(Rows.count(told, UUID.fromString(id), UUID.fromString(ann))).isZero();
        assertThat(Rows.count(told, UUID.fromString(id), UUID.fromString(bob))).isEqualTo(2);
        platform.post("/ssf/subjects:add", subject).expect(200);
        assertThat(Rows.count("SELECT count(*) FROM stream_subject WHERE stream_id = ?", UUID.fromString(id)))
                .isZero();
    }

    @Test
    void aVerificationComesBackWithItsStateAndNotTooOften() {
        String id = made(push("Bearer own"));
        String request = "{\"stream_id\":\"" + id + "\",\"state\":\"c2VjcmV0\"}";

        platform.post("/ssf/verify", request).expect(204);

        JsonNode claims = Jws.of(EventReceiver.await(id, 1).getFirst().token()).claims();
        assertThat(claims.path("sub_id").toString()).isEqualTo("{\"format\":\"opaque\",\"id\":\"" + id + "\"}");
        assertThat(claims.path("events").toString()).isEqualTo("{\"" + VERIFICATION + "\":{\"state\":\"c2VjcmV0\"}}");
        Answer tooSoon = platform.post("/ssf/verify", request).expectProblem(429);
        assertThat(Integer.parseInt(tooSoon.headers()
                        .getOrDefault("retry-after", List.of("0"))
                        .getFirst()))
                .isBetween(1, 61);
    }

    @Test
    void aDisabledStreamIsNotVerified() {
        String id = made(push("Bearer own"));
        status(id, "disabled");

        String request = "{\"stream_id\":\"" + id + "\"}";
        assertThat(platform.post("/ssf/verify", request).expectProblem(400).text("detail"))
                .contains("disabled");

        status(id, "enabled");
        platform.post("/ssf/verify", request).expect(204);
    }

    @Test
    void aChangedAddressIsNamedByTheOldOneWhateverTheStreamAsks() {
        for (String format : List.of("email", "iss_sub", "opaque")) {
            made(push("Bearer " + format).replaceFirst("\\{", "{\"subject_format\":\"" + format + "\","));
        }
        String person = tenant.person("pat");

        tenant.admin()
                .patch(tenant.path("/users/" + person), "{\"userName\":\"" + tenant.userName("renamed") + "\"}")
                .expect(200);

        // The receiver of the settings has its own.
        List<EventReceiver.Push> pushes = EventReceiver.await(tenant.userName("pat"), 4);
        assertThat(pushes)
                .extracting(EventReceiver.Push::authorization)
                .contains("Bearer email", "Bearer iss_sub", "Bearer opaque");
        assertThat(pushes)
                .extracting(push -> Jws.of(push.token()).claims().path("sub_id").toString())
                .containsOnly("{\"format\":\"email\",\"email\":\"" + tenant.userName("pat") + "\"}");
    }

    @Test
    void peopleAreNamedAsTheStreamAsks() {
        made(push("Bearer iss").replaceFirst("\\{", "{\"subject_format\":\"iss_sub\","));
        made(push("Bearer opaque").replaceFirst("\\{", "{\"subject_format\":\"opaque\","));
        String person = tenant.person("pat");

        tenant.admin()
                .post(tenant.path("/users/" + person + "/deactivate"), null)
                .expect(200);

        List<EventReceiver.Push> pushes = EventReceiver.await(person, 4);
        assertThat(pushes)
                .allSatisfy(push -> assertThat(
                                Jws.of(push.token()).claims().path("sub_id").toString())
                        .isEqualTo(
                                push.authorization().equals("Bearer iss")
                                        ? "{\"format\":\"iss_sub\",\"iss\":\"" + ISSUER + "\",\"sub\":\"" + person
                                                + "\"}"
                                        : "{\"format\":\"opaque\",\"id\":\"" + person + "\"}"));
        assertThat(pushes).extracting(EventReceiver.Push::authorization).contains("Bearer iss", "Bearer opaque");
    }

    private String made(String body) {
        return platform.post("/ssf/stream", body)
                .expect(201)
                .json()
                .path("stream_id")
                .asText();
    }

    private JsonNode status(String stream, String status) {
        platform.post("/ssf/status", "{\"stream_id\":\"" + stream + "\",\"status\":\"" + status + "\"}")
                .expect(200);
        return platform.get("/ssf/status?stream_id=" + stream).expect(200).json();
    }

    private static String push(String authorization) {
        return "{\"delivery\":{\"method\":\"urn:ietf:rfc:8935\",\"endpoint_url\":\"" + EventReceiver.url()
                + "\",\"authorization_header\":\"" + authorization + "\"}}";
    }
}
