package au.com.visibuild.scim.api;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.api.WallCases.Ids;
import au.com.visibuild.scim.api.WallCases.Sent;
import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import au.com.visibuild.scim.requirement.Requirement;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Between two companies is a wall: what is B's answers A as what never existed. The routes are the running
 * application's, so that a new one must be given its case.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TenantWallTest {

    private static final Set<String> VARYING = Set.of("x-request-id", "date");

    @TestHTTPResource
    URI root;

    private Tenant a;
    private Tenant b;
    private Caller scimOfA;
    private Ids foreign;

    @BeforeEach
    void twoCompaniesWithPeopleProjectsRolesSessionsAndTokens() {
        a = Tenant.make(root);
        b = Tenant.make(root);
        scimOfA = a.anyone().bearer(a.enable());
        String token = b.enable();
        String user = b.person("bea");
        String project = b.project("Bridge");
        b.role(user, "Builder");
        b.member(user, project);
        a.role(a.person("ann"), "Architect");
        a.project("Airport");
        b.anyone()
                .bearer(token)
                .patch(
                        "/scim_v2/Users/" + user,
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\","
                                + "\"value\":{\"externalId\":\"ext-" + b.mark()
                                + "\",\"emails\":[{\"type\":\"work\",\"value\":\""
                                + b.userName("bea") + "\"}]}}]}")
                .expect(200);
        b.anyone()
                .bearer(token)
                .patch("/scim_v2/Users/" + b.person("bob"), managerPatch(user))
                .expect(200);
        JsonNode session = b.platform()
                .post("/sessions", "{\"userName\":\"" + b.userName("bea") + "\",\"platform\":\"web\"}")
                .expect(201)
                .json();
        foreign = new Ids(
                b.id().toString(),
                user,
                b.userName("bea"),
                "ext-" + b.mark(),
                "Builder",
                project,
                session.path("session_id").asText(),
                session.path("access_token").asText(),
                token.substring(7, 15),
                b.admin()
                        .post("/ssf/stream", "{}")
                        .expect(201)
                        .json()
                        .path("stream_id")
                        .asText(),
                CompanyRows.query("SELECT id FROM provisioning_log WHERE company_id = ? ORDER BY id LIMIT 1", b.id())
                        .getFirst(),
                a.id().toString(),
                a.person("own1"),
                a.userName("own1"));
    }

    /** Ids of the same form that nobody has; neighbours, so that they sort alike. */
    private Ids neverExisted() {
        return new Ids(
                neighbour(foreign.company()),
                neighbour(foreign.user()),
                "bea-" + neighbour(b.mark()) + "@tenant.example",
                "ext-" + neighbour(b.mark()),
                "Bailiff",
                neighbour(foreign.project()),
                neighbour(foreign.session()),
                neighbour(foreign.accessToken()),
                neighbour(foreign.keyId()),
                neighbour(foreign.stream()),
                neighbour(foreign.entry()),
                a.id().toString(),
                a.person("own2"),
                a.userName("own2"));
    }

    private static String neighbour(String id) {
        return id.substring(0, id.length() - 1) + (id.endsWith("0") ? '1' : '0');
    }

    @Test
    @Requirement("BASE-06")
    void everyRouteOfTheApplicationHasItsCaseOrItsReason() {
        // given
        Set<String> known = new HashSet<>(WallCases.all().keySet());
        known.addAll(WallCases.WITHOUT_IDS.keySet());

        Set<String> routes = new HashSet<>(Routes.ofTheRunningApplication());
        // The settings page knows nobody by a bearer token; its own tests hold its side of the wall.
        routes.removeIf(route -> route.contains("/settings/identity-management/scim"));

        // then
        assertThat(routes).as("a new route needs a case in WallCases").containsExactlyInAnyOrderElementsOf(known);
        assertThat(WallCases.all().keySet()).containsAll(WallCases.ACROSS_COMPANIES.keySet());
        assertThat(WallCases.WITHOUT_IDS.keySet()).noneMatch(route -> route.contains("{"));
    }

    @Test
    @Requirement({"AUTH-02", "AUTH-03", "BULK-13", "SEC-05", "SEC-08", "TEN-01"})
    void whatIsAnotherCompanysAnswersAsWhatNeverExisted() {
        // given
        Ids nowhere = neverExisted();
        Map<String, List<String>> before = CompanyRows.of(b.id());

        // when
        Map<String, String> differences = new TreeMap<>();
        WallCases.all().forEach((route, cases) -> {
            for (int i = 0; i < cases.size(); i++) {
                for (var caller : callers(route).entrySet()) {
                    String method = route.substring(0, route.indexOf(' '));
                    String toForeign = masked(
                            foreign,
                            send(caller.getValue(), method, cases.get(i).apply(foreign)));
                    String toNowhere = masked(
                            nowhere,
                            send(caller.getValue(), method, cases.get(i).apply(nowhere)));
                    if (!toForeign.equals(toNowhere)) {
                        differences.put(
                                route + " #" + i + " by " + caller.getKey(), toForeign + "\n  but\n" + toNowhere);
                    }
                }
            }
        });

        // then
        assertThat(differences).isEmpty();
        assertThat(CompanyRows.of(b.id())).as("nothing of B changed").isEqualTo(before);
    }

    @Test
    void theCompanyItselfFindsWhatTheOtherDoesNot() {
        // given
        Caller scimOfB = b.anyone().bearer(regenerated(b));
        Ids own = new Ids(
                foreign.company(),
                foreign.user(),
                foreign.userName(),
                foreign.externalId(),
                foreign.role(),
                foreign.project(),
                foreign.session(),
                foreign.accessToken(),
                foreign.keyId(),
                foreign.stream(),
                foreign.entry(),
                foreign.company(),
                foreign.user(),
                foreign.userName());

        // then
        WallCases.all().forEach((route, cases) -> {
            boolean reads = route.startsWith("GET") || route.endsWith(".search");
            boolean ofCompany = !WallCases.ACROSS_COMPANIES.containsKey(route)
                    && !route.contains("Groups")
                    && !route.contains("{name}")
                    && !route.contains("{urn}");
            for (Function<Ids, Sent> request : reads && ofCompany ? cases : List.<Function<Ids, Sent>>of()) {
                Sent sent = request.apply(own);
                Answer answer = send(sent.path().startsWith("/scim") ? scimOfB : b.admin(), route.split(" ")[0], sent);
                answer.expect(200);
                assertThat(answer.body())
                        .as("%s", sent)
                        .doesNotContain("\"totalResults\":0")
                        .doesNotContain(a.mark());
            }
        });
    }

    private static String regenerated(Tenant tenant) {
        return tenant.admin()
                .post(tenant.path("/scim/regenerate"), null)
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    @Test
    void routesAcrossCompaniesKeepACompanysOwnCallersOut() {
        WallCases.ACROSS_COMPANIES.keySet().forEach(route -> {
            String method = route.substring(0, route.indexOf(' '));
            WallCases.all().getOrDefault(route, List.of()).forEach(request -> {
                Answer byAdmin = send(a.admin(), method, request.apply(foreign));
                assertThat(byAdmin.status())
                        .as("%s by an admin: %s", route, byAdmin)
                        .isEqualTo(403);
                Answer byToken = send(scimOfA, method, request.apply(foreign));
                assertThat(byToken.status())
                        .as("%s by a SCIM token: %s", route, byToken)
                        .isEqualTo(401);
            });
        });
    }

    @Test
    @Requirement({"AUTH-02", "CM-10", "SEC-05", "TEN-02"})
    void listsShowNothingOfAnotherCompany() {
        // when
        List<Answer> lists = List.of(
                scimOfA.get("/scim_v2/Users?count=500"),
                scimOfA.get("/scim/v2?count=500"),
                scimOfA.get("/scim_v2/Groups"),
                scimOfA.post(
                        "/scim_v2/Users/.search",
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"filter\":\"userName pr\",\"count\":500}"),
                scimOfA.post(
                        "/scim_v2/.search",
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],\"count\":500}"),
                scimOfA.get("/scim_v2/Users?filter=not%20(userName%20eq%20%22x%22)%20or%20active%20eq%20true"),
                a.admin().get(a.path("/users")),
                a.admin().get(a.path("/projects")),
                a.admin().get(a.path("/log")),
                a.admin().get(a.path("/log/export.csv")),
                a.admin().get(a.path("/log/export.jsonl")),
                a.admin().get(a.path("/connection")),
                a.admin().get(a.path("/connection/doctor")),
                a.admin().get(a.path("/scim")));

        // then
        assertThat(lists).allSatisfy(answer -> {
            answer.expect(200);
            assertThat(answer.body())
                    .doesNotContain(b.mark(), foreign.user(), foreign.project(), b.id().toString(), foreign.keyId());
        });
        assertThat(lists.getFirst().body()).as("but what is A's").contains(a.userName("ann"));
    }

    @Test
    @Requirement({"EN-02", "SEC-05", "US-03"})
    void aManagerIsResolvedWithinTheCompanyOnly() {
        // given
        String within = a.person("boss");
        a.admin()
                .patch(a.path("/users/" + within), "{\"displayName\":\"The boss\"}")
                .expect(200);

        // when
        manage(foreign.ownUser(), foreign.user());
        JsonNode stranger = managerOf(foreign.ownUser());
        manage(foreign.ownUser(), within);
        JsonNode boss = managerOf(foreign.ownUser());

        // then
        assertThat(stranger.path("value").asText()).isEqualTo(foreign.user());
        assertThat(stranger.has("$ref") || stranger.has("displayName"))
                .as("%s", stranger)
                .isFalse();
        assertThat(boss.path("$ref").asText()).endsWith("/Users/" + within);
        assertThat(boss.path("displayName").asText()).isEqualTo("The boss");
    }

    private void manage(String person, String manager) {
        scimOfA.patch("/scim_v2/Users/" + person, managerPatch(manager)).expect(200);
    }

    private static String managerPatch(String manager) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                + "\"path\":\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager\",\"value\":\""
                + manager + "\"}]}";
    }

    private JsonNode managerOf(String person) {
        return scimOfA.get("/scim_v2/Users/" + person)
                .expect(200)
                .json()
                .path("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                .path("manager");
    }

    private Map<String, Caller> callers(String route) {
        Map<String, Caller> callers = new HashMap<>();
        callers.put("SCIM token", scimOfA);
        callers.put("admin", a.admin());
        if (!WallCases.ACROSS_COMPANIES.containsKey(route)) {
            callers.put("platform", a.platform());
        }
        return callers;
    }

    private static Answer send(Caller caller, String method, Sent request) {
        String body = request.body();
        boolean form = body != null && body.startsWith("token=");
        Caller sender = form ? caller.with("Content-Type", "application/x-www-form-urlencoded") : caller;
        return sender.send(method, request.path(), body);
    }

    /** The answer with what the caller named masked, and what is new each time. */
    private static String masked(Ids ids, Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(VARYING);
        String text = (answer.status() + "\n" + headers + "\n" + answer.body())
                .replace(ids.user(), "USER")
                .replace(ids.company(), "COMPANY")
                .replace(ids.userName(), "NAME")
                .replace(ids.externalId(), "EXTERNAL")
                .replace(ids.role(), "ROLE")
                .replace(ids.project(), "PROJECT")
                .replace(ids.session(), "SESSION")
                .replace(ids.keyId(), "KEY")
                .replace(ids.ownUser(), "NEW")
                .replace(ids.ownUserName(), "own@tenant.example")
                .replaceAll("own[12]-[0-9a-f]{8}@", "own@");
        if (answer.status() >= 200 && answer.status() < 300) {
            text = text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "NEW")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]+Z", "TIME");
        }
        return text;
    }
}
