package au.com.visibuild.scim.example;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a platform asks of the service, over HTTP. */
final class Service {

    private static final String NAME = "The example of a platform";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI root;
    private final String jwt;

    /** Someone who is signed in. */
    record Session(String id, String userName, String accessToken) {
        static final Session NONE = new Session("", "", "");

        boolean isNone() {
            return id.isEmpty();
        }
    }

    /** A session, or why there is none. */
    record Opening(Session session, String refusal) {}

    private Service(URI root, String jwt) {
        this.root = root;
        this.jwt = jwt;
    }

    /** In the demo everybody can have a platform's JWT; in production its issuer gives it. */
    static Service at(URI root) throws IOException, InterruptedException {
        Service nobody = new Service(root, "");
        return new Service(
                root,
                nobody.ask("GET", "/demo/jwt?group=platform&sub=example", "").body());
    }

    Opening open(String userName) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                ask("POST", "/sessions", "{\"userName\":" + Json.quoted(userName) + ",\"platform\":\"example\"}");
        Map<String, Object> body = Json.object(answer.body());
        if (answer.statusCode() != 201) {
            return new Opening(Session.NONE, Json.text(body, "detail"));
        }
        String token = Json.text(body, "access_token");
        return new Opening(new Session(Json.text(body, "session_id"), userName, token), "");
    }

    /** By introspection (RFC 7662). An access token ends before its session: a new one, then. */
    boolean isAlive(Session session) throws IOException, InterruptedException {
        if (isGood(session.accessToken())) {
            return true;
        }
        HttpResponse<String> fresh = ask("POST", "/sessions/" + session.id() + "/refresh", "");
        return fresh.statusCode() == 200 && isGood(Json.text(Json.object(fresh.body()), "access_token"));
    }

    private boolean isGood(String accessToken) throws IOException, InterruptedException {
        String form = "token=" + URLEncoder.encode(accessToken, StandardCharsets.UTF_8);
        HttpRequest.Builder request = request("POST", "/sessions/introspect", form)
                .setHeader("Content-Type", "application/x-www-form-urlencoded");
        String body = client.send(request.build(), BodyHandlers.ofString()).body();
        return Boolean.TRUE.equals(Json.object(body).get("active"));
    }

    /** The service's public keys. */
    String keys() throws IOException, InterruptedException {
        return ask("GET", "/.well-known/jwks.json", "").body();
    }

    /** Has events pushed here, and no more to where an example was that ended without a word. */
    Map<String, Object> listen(String url, String authorization) throws IOException, InterruptedException {
        if (Json.value(ask("GET", "/ssf/stream", "").body()) instanceof List<?> streams) {
            for (Object stream : streams) {
                listenNoMore(Json.text((Map<?, ?>) stream, "stream_id"));
            }
        }
        HttpResponse<String> made = ask(
                "POST", "/ssf/stream", """
                {"delivery": {"method": "urn:ietf:rfc:8935", "endpoint_url": %s, "authorization_header": %s},
                 "description": %s}""".formatted(Json.quoted(url), Json.quoted(authorization), Json.quoted(NAME)));
        if (made.statusCode() != 201) {
            throw new IOException("No stream: " + made.body());
        }
        return Json.object(made.body());
    }

    void listenNoMore(String stream) {
        try {
            ask("DELETE", "/ssf/stream?stream_id=" + stream, "");
        } catch (IOException e) {
            System.out.println("The stream stays: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> ask(String method, String path, String json) throws IOException, InterruptedException {
        return client.send(request(method, path, json).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        return jwt.isEmpty() ? request : request.header("Authorization", "Bearer " + jwt);
    }
}
