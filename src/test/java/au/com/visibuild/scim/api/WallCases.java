package au.com.visibuild.scim.api;

import static java.util.Map.entry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * For every route of the application, the requests by which company A could reach for something of company B. A route
 * that stands neither here nor among the exceptions fails the test of the wall.
 */
final class WallCases {

    /**
     * What a request may name. Once these are company B's, once they never existed; {@code own…} are A's own, another
     * person each time, so that the two requests find the same state.
     */
    record Ids(
            String company,
            String user,
            String userName,
            String externalId,
            String role,
            String project,
            String session,
            String accessToken,
            String keyId,
            String stream,
            String letter,
            String entry,
            String ownCompany,
            String ownUser,
            String ownUserName) {}

    /** A request's path and body. */
    record Sent(String path, @Nullable String body) {}

    /** Routes without any id of a company's, and why they need no case. */
    static final Map<String, String> WITHOUT_IDS = Map.ofEntries(
            entry("GET /scim_v2/ServiceProviderConfig", "the same for everybody, without a token"),
            entry("GET /scim_v2/ResourceTypes", "the same for every company"),
            entry("GET /scim_v2/Schemas", "the same for every company"),
            entry("GET /scim_v2/Groups", "always empty"),
            entry("POST /scim_v2/Groups/.search", "always empty"),
            entry("POST /scim_v2/Groups", "not offered"),
            entry("GET /scim_v2/Me", "not offered"),
            entry("POST /scim_v2/Me", "not offered"),
            entry("PUT /scim_v2/Me", "not offered"),
            entry("PATCH /scim_v2/Me", "not offered"),
            entry("DELETE /scim_v2/Me", "not offered"),
            entry("GET /.well-known/jwks.json", "public keys, the same for everybody"),
            entry("GET /.well-known/ssf-configuration", "the same for everybody, without a token"),
            entry("POST /ssf/stream", "makes one of the caller's own"),
            entry("GET /demo/sign-in", "stands for Visibuild's sign-in; not in production"),
            entry("POST /demo/sign-in", "stands for Visibuild's sign-in; not in production"),
            entry("GET /demo/jwt", "stands for Visibuild's issuer, which serves all companies; not in production"));

    /** Routes on which the wall does not apply, and why; company A's own callers must be kept out of them altogether. */
    static final Map<String, String> ACROSS_COMPANIES = Map.ofEntries(
            entry("POST /companies", "staff make companies"),
            entry("GET /companies", "staff see all companies"),
            entry("GET /companies/{company}", "staff see all companies"),
            entry("PATCH /companies/{company}", "staff change any company"),
            entry("GET /login-emails/{address}", "staff look for clashes between companies"),
            entry("POST /login-emails/{address}/release", "staff settle clashes between companies"),
            entry("POST /sessions", "platforms serve all companies"),
            entry("GET /sessions", "platforms serve all companies"),
            entry("DELETE /sessions", "platforms serve all companies"),
            entry("POST /sessions/introspect", "platforms serve all companies"),
            entry("POST /sessions/{session}/refresh", "platforms serve all companies"),
            entry("DELETE /sessions/{session}", "platforms serve all companies"));

    private static final String USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final String SEARCH = "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"],";

    private WallCases() {}

    static Map<String, List<Function<Ids, Sent>>> all() {
        Map<String, List<Function<Ids, Sent>>> cases = new TreeMap<>();
        cases.putAll(scim());
        cases.putAll(company());
        cases.putAll(identityProvider());
        cases.putAll(people());
        cases.putAll(log());
        cases.putAll(streams());
        cases.putAll(deadLetters());
        cases.putAll(acrossCompanies());
        return cases;
    }

    private static Map<String, List<Function<Ids, Sent>>> scim() {
        return Map.ofEntries(
                entry("GET /scim_v2/Users/{id}", get("/scim_v2/Users/", Ids::user)),
                entry(
                        "PUT /scim_v2/Users/{id}",
                        List.of(
                                ids -> new Sent("/scim_v2/Users/" + ids.user(), user(ids)),
                                ids -> new Sent("/scim_v2/Users/" + ids.ownUser(), user(ids)))),
                entry(
                        "PATCH /scim_v2/Users/{id}",
                        List.of(
                                ids -> new Sent("/scim_v2/Users/" + ids.user(), managerPatch(ids)),
                                ids -> new Sent("/scim_v2/Users/" + ids.ownUser(), managerPatch(ids)))),
                entry("DELETE /scim_v2/Users/{id}", get("/scim_v2/Users/", Ids::user)),
                entry("POST /scim_v2/Users", List.of(ids -> new Sent("/scim_v2/Users", newUser(ids)))),
                entry("GET /scim_v2/Users", queries("/scim_v2/Users")),
                entry("GET /scim_v2", queries("/scim_v2")),
                entry("POST /scim_v2/Bulk", bulks()),
                entry("POST /scim_v2/Users/.search", searches("/scim_v2/Users/.search")),
                entry("POST /scim_v2/.search", searches("/scim_v2/.search")),
                entry("GET /scim_v2/Groups/{id}", get("/scim_v2/Groups/", Ids::project)),
                entry("PUT /scim_v2/Groups/{id}", get("/scim_v2/Groups/", Ids::project)),
                entry("PATCH /scim_v2/Groups/{id}", get("/scim_v2/Groups/", Ids::project)),
                entry("DELETE /scim_v2/Groups/{id}", get("/scim_v2/Groups/", Ids::project)),
                entry("GET /scim_v2/ResourceTypes/{name}", get("/scim_v2/ResourceTypes/", Ids::user)),
                entry("GET /scim_v2/Schemas/{urn}", get("/scim_v2/Schemas/", Ids::user)));
    }

    private static Map<String, List<Function<Ids, Sent>>> company() {
        return Map.of(
                "GET /companies/{company}/scim", inCompany("/scim", null),
                "GET /companies/{company}/scim/tokens", inCompany("/scim/tokens", null),
                "POST /companies/{company}/scim/enable", inCompany("/scim/enable", null),
                "POST /companies/{company}/scim/disable", inCompany("/scim/disable", null),
                "POST /companies/{company}/scim/regenerate",
                        List.of(
                                ids -> new Sent("/companies/" + ids.company() + "/scim/regenerate", null),
                                ids -> new Sent(
                                        "/companies/" + ids.ownCompany() + "/scim/regenerate",
                                        "{\"replaces\":\"" + ids.keyId() + "\"}")),
                "GET /companies/{company}/projects", inCompany("/projects", null),
                "POST /companies/{company}/projects", inCompany("/projects", "{\"name\":\"Planted\"}"),
                "POST /companies/{company}/users", inCompany("/users", "{\"userName\":\"planted@wall.example\"}"),
                "GET /companies/{company}/users",
                        List.of(
                                ids -> new Sent("/companies/" + ids.company() + "/users", null),
                                ids -> new Sent("/companies/" + ids.ownCompany() + "/users?after=" + ids.user(), null),
                                ids -> new Sent(
                                        "/companies/" + ids.ownCompany() + "/users?begins=" + ids.userName(), null),
                                ids -> new Sent(
                                        "/companies/" + ids.company() + "/users?after=" + ids.ownUser(), null)));
    }

    private static Map<String, List<Function<Ids, Sent>>> identityProvider() {
        String form = "{\"issuer\":\"https://planted.example\",\"jwksUri\":\"https://planted.example/keys\"}";
        return Map.of(
                "GET /companies/{company}/identity-provider", inCompany("/identity-provider", null),
                "PUT /companies/{company}/identity-provider", inCompany("/identity-provider", form),
                "DELETE /companies/{company}/identity-provider", inCompany("/identity-provider", null),
                "POST /companies/{company}/global-token-revocation",
                        List.of(ids -> new Sent(
                                "/companies/" + ids.company() + "/global-token-revocation",
                                "{\"sub_id\":{\"format\":\"email\",\"email\":\"" + ids.userName() + "\"}}")));
    }

    private static Map<String, List<Function<Ids, Sent>>> people() {
        return Map.of(
                "GET /companies/{company}/users/{user}", ofPerson(_ -> "", null),
                "PATCH /companies/{company}/users/{user}", ofPerson(_ -> "", "{\"displayName\":\"Seen\"}"),
                "POST /companies/{company}/users/{user}/deactivate", ofPerson(_ -> "/deactivate", null),
                "GET /companies/{company}/users/{user}/sessions", ofPerson(_ -> "/sessions", null),
                "DELETE /companies/{company}/users/{user}/sessions", ofPerson(_ -> "/sessions", null),
                "POST /companies/{company}/users/{user}/roles", ofPerson(_ -> "/roles", "{\"role\":\"Spy\"}"),
                "DELETE /companies/{company}/users/{user}/roles/{role}",
                        withOwn(ofPerson(ids -> "/roles/" + ids.role(), null), ids -> "/roles/" + ids.role(), null),
                "POST /companies/{company}/users/{user}/projects",
                        withOwn(
                                ofPerson(_ -> "/projects", "{\"projectId\":\"PROJECT\"}"),
                                _ -> "/projects",
                                "{\"projectId\":\"PROJECT\"}"),
                "DELETE /companies/{company}/users/{user}/projects/{project}",
                        withOwn(
                                ofPerson(ids -> "/projects/" + ids.project(), null),
                                ids -> "/projects/" + ids.project(),
                                null));
    }

    private static Map<String, List<Function<Ids, Sent>>> log() {
        return Map.of(
                "GET /companies/{company}/log",
                        List.of(
                                ids -> new Sent("/companies/" + ids.company() + "/log", null),
                                ids -> new Sent("/companies/" + ids.ownCompany() + "/log?person=" + ids.user(), null),
                                ids -> new Sent(
                                        "/companies/" + ids.ownCompany() + "/log?person=" + ids.userName(), null),
                                ids -> new Sent(
                                        "/companies/" + ids.ownCompany() + "/log?person=" + ids.externalId(), null),
                                ids -> new Sent("/companies/" + ids.ownCompany() + "/log?actor=" + ids.keyId(), null)),
                "GET /companies/{company}/log/{entry}",
                        List.of(
                                ids -> new Sent("/companies/" + ids.company() + "/log/" + ids.entry(), null),
                                ids -> new Sent("/companies/" + ids.ownCompany() + "/log/" + ids.entry(), null)),
                "POST /companies/{company}/log/{entry}/reveal",
                        List.of(
                                ids -> new Sent(
                                        "/companies/" + ids.company() + "/log/" + ids.entry() + "/reveal", null),
                                ids -> new Sent(
                                        "/companies/" + ids.ownCompany() + "/log/" + ids.entry() + "/reveal", null)),
                "GET /companies/{company}/log/export.csv", exports("csv"),
                "GET /companies/{company}/log/export.jsonl", exports("jsonl"),
                "GET /companies/{company}/connection", inCompany("/connection", null),
                "GET /companies/{company}/connection/doctor", inCompany("/connection/doctor", null),
                "GET /companies/{company}/users/count", inCompany("/users/count", null));
    }

    private static List<Function<Ids, Sent>> exports(String ending) {
        return List.of(
                ids -> new Sent("/companies/" + ids.company() + "/log/export." + ending, null),
                ids -> new Sent(
                        "/companies/" + ids.ownCompany() + "/log/export." + ending + "?person=" + ids.user(), null));
    }

    private static Map<String, List<Function<Ids, Sent>>> streams() {
        String subject = ",\"subject\":{\"format\":\"opaque\",\"id\":\"x\"}";
        return Map.of(
                "GET /ssf/stream", get("/ssf/stream?stream_id=", Ids::stream),
                "PATCH /ssf/stream", ofStream("/ssf/stream", ",\"description\":\"Seen\""),
                "PUT /ssf/stream", ofStream("/ssf/stream", ""),
                "DELETE /ssf/stream", get("/ssf/stream?stream_id=", Ids::stream),
                "GET /ssf/status", get("/ssf/status?stream_id=", Ids::stream),
                "POST /ssf/status", ofStream("/ssf/status", ",\"status\":\"disabled\""),
                "POST /ssf/subjects:add", ofStream("/ssf/subjects:add", subject),
                "POST /ssf/subjects:remove", ofStream("/ssf/subjects:remove", subject),
                "POST /ssf/poll/{stream}",
                        List.of(ids ->
                                new Sent("/ssf/poll/" + ids.stream(), "{\"returnImmediately\":true,\"maxEvents\":0}")),
                "POST /ssf/verify", ofStream("/ssf/verify", ""));
    }

    private static Map<String, List<Function<Ids, Sent>>> deadLetters() {
        return Map.of(
                "GET /companies/{company}/dead-letters",
                List.of(
                        ids -> new Sent("/companies/" + ids.company() + "/dead-letters", null),
                        ids -> new Sent(
                                "/companies/" + ids.ownCompany() + "/dead-letters?after=2100-01-01T00:00:00Z_"
                                        + ids.letter(),
                                null)),
                "POST /companies/{company}/dead-letters/replay",
                inCompany("/dead-letters/replay", null),
                "POST /companies/{company}/dead-letters/{id}/replay",
                List.of(
                        ids -> new Sent(
                                "/companies/" + ids.company() + "/dead-letters/" + ids.letter() + "/replay", null),
                        ids -> new Sent(
                                "/companies/" + ids.ownCompany() + "/dead-letters/" + ids.letter() + "/replay", null)));
    }

    private static List<Function<Ids, Sent>> ofStream(String path, String rest) {
        return List.of(ids -> new Sent(path, "{\"stream_id\":\"" + ids.stream() + "\"" + rest + "}"));
    }

    private static Map<String, List<Function<Ids, Sent>>> acrossCompanies() {
        return Map.ofEntries(
                entry("POST /companies", List.of(_ -> new Sent("/companies", "{\"name\":\"Planted\"}"))),
                entry("GET /companies", List.of(_ -> new Sent("/companies", null))),
                entry("GET /companies/{company}", inCompany("", null)),
                entry("PATCH /companies/{company}", inCompany("", "{\"name\":\"Seen\"}")),
                entry("GET /login-emails/{address}", get("/login-emails/", Ids::userName)),
                entry(
                        "POST /login-emails/{address}/release",
                        List.of(ids -> new Sent("/login-emails/" + ids.userName() + "/release", null))),
                entry(
                        "POST /sessions",
                        List.of(
                                ids -> new Sent(
                                        "/sessions", "{\"userName\":\"" + ids.userName() + "\",\"platform\":\"web\"}"),
                                ids -> new Sent(
                                        "/sessions", "{\"userId\":\"" + ids.user() + "\",\"platform\":\"web\"}"))),
                entry("GET /sessions", get("/sessions?user_id=", Ids::user)),
                entry("DELETE /sessions", get("/sessions?user_id=", Ids::user)),
                entry(
                        "POST /sessions/introspect",
                        List.of(ids -> new Sent("/sessions/introspect", "token=" + ids.accessToken()))),
                entry(
                        "POST /sessions/{session}/refresh",
                        List.of(ids -> new Sent("/sessions/" + ids.session() + "/refresh", null))),
                entry("DELETE /sessions/{session}", get("/sessions/", Ids::session)));
    }

    private static List<Function<Ids, Sent>> get(String path, Function<Ids, String> id) {
        return List.of(ids -> new Sent(path + id.apply(ids), null));
    }

    private static List<Function<Ids, Sent>> inCompany(String path, @Nullable String body) {
        return List.of(ids -> new Sent("/companies/" + ids.company() + path, body));
    }

    /** B's person in B's company, in A's company, and A's person in B's company. */
    private static List<Function<Ids, Sent>> ofPerson(Function<Ids, String> path, @Nullable String body) {
        return List.of(
                ids -> person(ids.company(), ids.user(), path, body, ids),
                ids -> person(ids.ownCompany(), ids.user(), path, body, ids),
                ids -> person(ids.company(), ids.ownUser(), path, body, ids));
    }

    /** Also A's own person, with something of B's. */
    private static List<Function<Ids, Sent>> withOwn(
            List<Function<Ids, Sent>> cases, Function<Ids, String> path, @Nullable String body) {
        List<Function<Ids, Sent>> more = new ArrayList<>(cases);
        more.add(ids -> person(ids.ownCompany(), ids.ownUser(), path, body, ids));
        return more;
    }

    private static Sent person(
            String company, String user, Function<Ids, String> path, @Nullable String body, Ids ids) {
        return new Sent(
                "/companies/" + company + "/users/" + user + path.apply(ids),
                body == null ? null : body.replace("PROJECT", ids.project()));
    }

    private static List<String> filters(Ids ids) {
        return List.of(
                "id eq \"" + ids.user() + "\"",
                "userName eq \"" + ids.userName() + "\"",
                "externalId eq \"" + ids.externalId() + "\"",
                "emails.value eq \"" + ids.userName() + "\"",
                "emails[type eq \"work\"].value eq \"" + ids.userName() + "\"",
                "manager eq \"" + ids.user() + "\"",
                "id eq \"" + ids.user() + "\" or userName sw \"" + ids.userName() + "\"");
    }

    private static List<Function<Ids, Sent>> queries(String path) {
        return indexes().stream()
                .<Function<Ids, Sent>>map(i -> ids -> new Sent(
                        path + "?filter=" + URLEncoder.encode(filters(ids).get(i), StandardCharsets.UTF_8), null))
                .toList();
    }

    private static List<Function<Ids, Sent>> searches(String path) {
        return indexes().stream()
                .<Function<Ids, Sent>>map(i -> ids -> new Sent(
                        path, SEARCH + "\"filter\":\"" + filters(ids).get(i).replace("\"", "\\\"") + "\"}"))
                .toList();
    }

    private static List<Integer> indexes() {
        return List.of(0, 1, 2, 3, 4, 5, 6);
    }

    private static String user(Ids ids) {
        return "{\"schemas\":[\"" + USER_SCHEMA + "\"],\"id\":\"" + ids.user() + "\",\"userName\":\""
                + ids.ownUserName() + "\",\"externalId\":\"" + ids.externalId() + "\",\"" + ENTERPRISE
                + "\":{\"manager\":{\"value\":\"" + ids.user() + "\"}}}";
    }

    /** B's userName with an end of its own: that the very address is taken elsewhere may be answered, by design. */
    private static String newUser(Ids ids) {
        return "{\"schemas\":[\"" + USER_SCHEMA + "\"],\"id\":\"" + ids.user() + "\",\"userName\":\"" + ids.externalId()
                + "\",\"externalId\":\"" + ids.externalId() + "-2\",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\""
                + ids.user() + "\"}}}";
    }

    /** One operation each, as if it were sent alone. */
    private static List<Function<Ids, Sent>> bulks() {
        return List.of(
                ids -> bulk("{\"method\":\"PATCH\",\"path\":\"/Users/" + ids.user() + "\",\"data\":" + managerPatch(ids)
                        + "}"),
                ids -> bulk("{\"method\":\"PATCH\",\"path\":\"/Users/" + ids.ownUser() + "\",\"data\":"
                        + managerPatch(ids) + "}"),
                ids -> bulk("{\"method\":\"PUT\",\"path\":\"/Users/" + ids.user() + "\",\"data\":" + user(ids) + "}"),
                ids -> bulk("{\"method\":\"DELETE\",\"path\":\"/Users/" + ids.user() + "\"}"));
    }

    private static Sent bulk(String operation) {
        return new Sent(
                "/scim_v2/Bulk",
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"],\"Operations\":[" + operation
                        + "]}");
    }

    private static String managerPatch(Ids ids) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"add\",\"path\":\""
                + ENTERPRISE + ":manager\",\"value\":\"" + ids.user() + "\"}]}";
    }
}
