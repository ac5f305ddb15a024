package au.com.visibuild.scim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.api.Routes;
import au.com.visibuild.scim.fixture.Answer;
import au.com.visibuild.scim.fixture.Caller;
import au.com.visibuild.scim.fixture.CompanyRows;
import au.com.visibuild.scim.fixture.DeliveryRows;
import au.com.visibuild.scim.fixture.DemoJwts;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what in the company API: every route by every kind of caller. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RoleAndActTest {

    /**
     * The callers, from left to right: without a JWT, with the company's SCIM token, with a JWT of a group that does not
     * exist, of no group, of a platform, of a deactivated admin, of another company's admin, of staff, of its admin. Those
     * who may do it stand last, so that nobody before them finds it done.
     */
    private static final List<String> CALLERS =
            List.of("nobody", "token", "unknown", "none", "platform", "off", "other", "staff", "admin");

    private static final String TABLE = """
            route                                                   nobody token unknown none platform off other staff admin
            POST   /companies                                          401   401     403  403      403 403   403   201   403
            GET    /companies                                          401   401     403  403      403 403   403   200   403
            GET    /companies/{company}                                401   401     403  403      403 403   403   200   403
            PATCH  /companies/{company}                                401   401     403  403      403 403   403   200   403
            GET    /companies/{company}/scim                           401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/scim/tokens                    401   401     403  403      403 403   404   200   200
            POST   /companies/{company}/scim/enable                    401   401     403  403      403 403   404   403   201
            POST   /companies/{company}/scim/regenerate                401   401     403  403      403 403   404   403   201
            POST   /companies/{company}/scim/disable                   401   401     403  403      403 403   404   403   204
            GET    /companies/{company}/identity-provider              401   401     403  403      403 403   404   200   200
            PUT    /companies/{company}/identity-provider              401   401     403  403      403 403   404   403   200
            DELETE /companies/{company}/identity-provider              401   401     403  403      403 403   404   403   204
            POST   /companies/{company}/global-token-revocation        401   401     401  401      401 401   401   401   401
            GET    /companies/{company}/dead-letters                   401   401     403  403      403 403   404   200   200
            POST   /companies/{company}/dead-letters/replay            401   401     403  403      403 403   404   200   200
            POST   /companies/{company}/dead-letters/{id}/replay       401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/projects                       401   401     403  403      403 403   404   200   200
            POST   /companies/{company}/projects                       401   401     403  403      403 403   404   403   201
            GET    /companies/{company}/users                          401   401     403  403      403 403   404   200   200
            POST   /companies/{company}/users                          401   401     403  403      403 403   404   201   201
            GET    /companies/{company}/users/count                    401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/log                            401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/log/{entry}                    401   401     403  403      403 403   404   200   200
            POST   /companies/{company}/log/{entry}/reveal             401   401     403  403      403 403   404   403   200
            GET    /companies/{company}/log/export.csv                 401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/log/export.jsonl               401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/connection                     401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/connection/doctor              401   401     403  403      403 403   404   200   200
            GET    /companies/{company}/users/{user}                   401   401     403  403      403 403   404   200   200
            PATCH  /companies/{company}/users/{user}                   401   401     403  403      403 403   404   403   200
            POST   /companies/{company}/users/{user}/deactivate        401   401     403  403      403 403   404   403   200
            GET    /companies/{company}/users/{user}/sessions          401   401     403  403      403 403   404   200   200
            DELETE /companies/{company}/users/{user}/sessions          401   401     403  403      403 403   404   403   200
            POST   /companies/{company}/users/{user}/roles             401   401     403  403      403 403   404   403   204
            DELETE /companies/{company}/users/{user}/roles/{role}      401   401     403  403      403 403   404   403   204
            POST   /companies/{company}/users/{user}/projects          401   401     403  403      403 403   404   403   204
            DELETE /companies/{company}/users/{user}/projects/{project} 401  401     403  403      403 403   404   403   204
            GET    /login-emails/{address}                             401   401     403  403      403 403   403   200   403
            POST   /login-emails/{address}/release                     401   401     403  403      403 403   403   200   403
            """;

    @TestHTTPResource
    URI root;

    /** A route's expected statuses by caller. */
    private static Map<String, Map<String, Integer>> table() {
        Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
        TABLE.lines().skip(1).map(line -> line.split("\\s+")).forEach(cells -> {
            assertThat(cells).as(cells[1]).hasSize(2 + CALLERS.size());
            Map<String, Integer> row = new LinkedHashMap<>();
            for (int i = 0; i < CALLERS.size(); i++) {
                row.put(CALLERS.get(i), Integer.valueOf(cells[2 + i]));
            }
            rows.put(cells[0] + " " + cells[1], row);
        });
        return rows;
    }

    @Test
    void everyRouteHasItsRow() {
        Set<String> routes = new TreeSet<>(Routes.ofTheRunningApplication());
        routes.removeIf(route -> !route.contains(" /companies") && !route.contains(" /login-emails"));

        assertThat(TABLE.lines().findFirst().orElseThrow().split("\\s+")).containsSequence(CALLERS);
        assertThat(table().keySet())
                .as("a new route of the company API needs a row")
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @TestFactory
    Stream<DynamicTest> everybodyMayDoWhatTheTableSays() {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> play(row.getKey(), row.getValue())));
    }

    private void play(String route, Map<String, Integer> row) {
        Scene scene = Scene.make(root, route);
        Map<String, List<String>> before = CompanyRows.of(scene.tenant().id());

        row.forEach((name, status) -> {
            boolean allowed = status < 300;
            Answer answer = scene.send(name, route);
            assertThat(answer.status()).as("%s by %s: %s", route, name, answer).isEqualTo(status);
            if (!allowed) {
                answer.expectProblem(status);
                assertThat(answer.header("www-authenticate"))
                        .as("%s by %s: %s", route, name, answer)
                        .isIn(challenges(name, status));
            }
            if (!allowed && row.values().stream().limit(CALLERS.indexOf(name)).noneMatch(done -> done < 300)) {
                assertThat(CompanyRows.of(scene.tenant().id()))
                        .as("%s by %s changed nothing", route, name)
                        .isEqualTo(before);
            }
        });
    }

    /** What a refusal may say of the token (RFC 6750 §3): which groups may do it is known where the act is, too. */
    private static List<String> challenges(String name, int status) {
        String challenge = "Bearer realm=\"visibuild\"";
        String scope = challenge + ", error=\"insufficient_scope\"";
        return switch (status) {
            case 401 -> List.of(name.equals("nobody") ? challenge : challenge + ", error=\"invalid_token\"");
            case 403 -> Set.of("unknown", "none", "platform").contains(name) ? List.of(scope) : List.of(scope, "");
            default -> List.of("");
        };
    }

    /** A company in which the act of a route can be done, and everybody who may try. */
    private record Scene(Tenant tenant, Map<String, Caller> callers, Map<String, String> ids) {

        static Scene make(URI root, String route) {
            Tenant tenant = Tenant.make(root);
            String token = tenant.enable();
            if (route.endsWith("/enable")) {
                tenant.admin().post(tenant.path("/scim/disable"), null).expect(204);
            }
            String pat = tenant.person("pat");
            String project = tenant.project("Bridge");
            if (route.startsWith("DELETE")) {
                tenant.role(pat, "Builder");
                tenant.member(pat, project);
            }
            if (route.contains("/identity-provider") || route.contains("/global-token-revocation")) {
                tenant.admin()
                        .put(tenant.path("/identity-provider"), identityProvider("of-before"))
                        .expect(200);
            }
            Map<String, String> ids = Map.of(
                    "company",
                    tenant.id().toString(),
                    "id",
                    DeliveryRows.dead(DeliveryRows.stream(tenant.id()), tenant.id(), UUID.fromString(pat))
                            .toString(),
                    "user",
                    pat,
                    "project",
                    project,
                    "role",
                    "Builder",
                    "entry",
                    CompanyRows.query(
                                    "SELECT id FROM provisioning_log WHERE company_id = ? ORDER BY id LIMIT 1",
                                    tenant.id())
                            .getFirst(),
                    "address",
                    tenant.userName("pat"));
            return new Scene(tenant, callers(root, tenant, token), ids);
        }

        private static Map<String, Caller> callers(URI root, Tenant tenant, String token) {
            String off = tenant.person("off");
            Caller offsJwt =
                    Tenant.as(tenant.anyone(), "group=company-admin&company_id=" + tenant.id() + "&sub=" + off);
            offsJwt.get(tenant.path("/users")).expect(200);
            tenant.admin()
                    .post(tenant.path("/users/" + off + "/deactivate"), null)
                    .expect(200);
            Map<String, Caller> callers = new TreeMap<>();
            callers.put("nobody", tenant.anyone());
            callers.put("token", tenant.anyone().bearer(token));
            callers.put("unknown", claiming(tenant, List.of("company-administrator", "Staff")));
            callers.put("none", claiming(tenant, List.of()));
            callers.put("platform", tenant.platform());
            callers.put("off", offsJwt);
            callers.put("other", Tenant.make(root).admin());
            callers.put("staff", tenant.staff());
            callers.put("admin", tenant.admin());
            return callers;
        }

        /** All that an admin's JWT says, but for the groups. */
        private static Caller claiming(Tenant tenant, List<String> groups) {
            return tenant.anyone()
                    .bearer(DemoJwts.of(Map.of(
                            "sub",
                            tenant.adminId().toString(),
                            "company_id",
                            tenant.id().toString(),
                            "groups",
                            groups)));
        }

        Answer send(String caller, String route) {
            String[] parts = route.split(" ");
            String path = parts[1];
            for (var id : ids.entrySet()) {
                path = path.replace("{" + id.getKey() + "}", id.getValue());
            }
            Caller sender = callers.get(caller);
            assertThat(sender).as(caller).isNotNull();
            // Both staff and admins may tell it again, and nobody can who finds it done.
            CompanyRows.update("UPDATE delivery SET dead_at = now() WHERE id = ?", UUID.fromString(ids.get("id")));
            return sender.send(parts[0], path, body(route, caller));
        }

        private static String identityProvider(String name) {
            return "{\"issuer\":\"https://" + name + ".example\",\"jwksUri\":\"https://" + name + ".example/keys\"}";
        }

        private @Nullable String body(String route, String caller) {
            String unique = "by-" + caller + "-" + tenant.mark();
            return switch (route) {
                case "POST /companies" -> "{\"name\":\"Planted " + unique + "\"}";
                case "PATCH /companies/{company}" -> "{\"name\":\"Renamed " + unique + "\"}";
                case "POST /companies/{company}/projects" -> "{\"name\":\"Tunnel " + unique + "\"}";
                case "PUT /companies/{company}/identity-provider" -> identityProvider(unique);
                case "POST /companies/{company}/global-token-revocation" ->
                    "{\"sub_id\":{\"format\":\"opaque\",\"id\":\"" + ids.get("user") + "\"}}";
                case "POST /companies/{company}/users" -> "{\"userName\":\"" + unique + "@tenant.example\"}";
                case "PATCH /companies/{company}/users/{user}" -> "{\"displayName\":\"" + unique + "\"}";
                case "POST /companies/{company}/users/{user}/roles" -> "{\"role\":\"Builder\"}";
                case "POST /companies/{company}/users/{user}/projects" ->
                    "{\"projectId\":\"" + ids.get("project") + "\"}";
                default -> null;
            };
        }
    }

    @Test
    void aSignatureOfAnotherKeyIsNoJwt() {
        Tenant tenant = Tenant.make(root);
        String good = DemoJwts.of(Map.of("sub", "staff-1", "groups", List.of("staff")));
        String[] parts = good.split("\\.");
        String other = DemoJwts.of(Map.of("sub", "staff-2", "groups", List.of("staff")));

        tenant.anyone().bearer(good).get("/companies").expect(200);
        for (String bad : Arrays.asList(
                parts[0] + "." + parts[1] + "." + other.split("\\.")[2],
                parts[0] + "." + other.split("\\.")[1] + "." + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                DemoJwts.ofIssuer("https://elsewhere.example", Map.of("sub", "s", "groups", List.of("staff"))))) {
            tenant.anyone().bearer(bad).get("/companies").expectProblem(401);
        }
    }
}
