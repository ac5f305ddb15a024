package au.com.visibuild.scim.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A platform in small: it opens a login session for a person, shows a page to whom it takes for signed in, checks the
 * session whenever the page is loaded, listens for security events, and signs the person out in front of the reader the
 * moment one says so. Needs nothing but a JDK 25 and the service of {@code ./mvnw quarkus:dev}:
 *
 * <pre>(. .mvn/find-jdk.sh; "$JAVA_HOME/bin/java" src/test/java/au/com/visibuild/scim/example/PlatformExample.java)
 * </pre>
 */
public final class PlatformExample implements AutoCloseable {

    private static final String PERSON = "mia.chen@demo.example";
    /** Of the demo, public; a real platform never sees it: that is the identity provider's. */
    private static final String SCIM_TOKEN = "vbscim_demoonlyDemoTokenNeverUseItInProduction007ar9v";

    private final Service service;
    private final HttpServer server;
    private final SecurityEventTokens tokens;
    private final String streamId;
    private final String secret = "Bearer " + UUID.randomUUID();
    private final List<BlockingQueue<String>> readers = new CopyOnWriteArrayList<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private volatile String user = PERSON;
    private volatile Service.Session session = Service.Session.NONE;
    private volatile String status = "Nobody is signed in.";

    private PlatformExample(Service service, HttpServer server) throws IOException, InterruptedException {
        this.service = service;
        this.server = server;
        server.createContext("/", this::page);
        server.createContext("/sign-in", this::signIn);
        server.createContext("/news", this::news);
        server.createContext("/events", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        Map<String, Object> stream = service.listen(root() + "events", secret);
        this.streamId = Json.text(stream, "stream_id");
        this.tokens = new SecurityEventTokens(service.keys(), Json.text(stream, "iss"), Json.text(stream, "aud"));
    }

    /** Starts at a port of this host, as a platform of the service at that URL. */
    public static PlatformExample start(URI service, int port) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        return new PlatformExample(Service.at(service), server);
    }

    /** The first argument is the service's URL, the second this platform's port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI service = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8080");
        try {
            play(service, start(service, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8090));
        } catch (ConnectException e) {
            System.err.println("Nothing answers at " + service + ". ./mvnw quarkus:dev starts the service.");
            System.exit(1);
        }
    }

    private static void play(URI service, PlatformExample platform) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        System.out.println("Open " + platform.root());
        platform.signIn(PERSON);
        if (platform.session.isNone()) {
            System.out.println(PERSON + " was switched off before? Switch on again as below, with true.");
        }
        System.out.println("""
                Now be the identity provider, in another terminal, and watch the page:
                ID=$(curl -s -G %1$s/scim_v2/Users --data-urlencode 'filter=userName eq "%2$s"' -H 'Authorization: Bearer %3$s' | grep -o '"id":"[^"]*' | cut -d'"' -f4)
                curl -s -o /dev/null -X PATCH %1$s/scim_v2/Users/$ID -H 'Authorization: Bearer %3$s' -H 'Content-Type: application/scim+json' -d '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","value":{"active":false}}]}'
                """.formatted(service, PERSON, SCIM_TOKEN));
    }

    /** Where the page is. */
    public String root() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Opens a session for someone whose password the platform has just checked. */
    public void signIn(String userName) throws IOException, InterruptedException {
        Service.Opening opening = service.open(userName);
        user = userName;
        session = opening.session();
        say(opening.refusal().isEmpty() ? userName + " is signed in." : opening.refusal());
    }

    /**
     * Whoever the event is about is out, if that is the one at the page, whose check may have found out before. A repeat
     * has the id of the first and does nothing: the person may have come back in between.
     */
    private void signOut(SecurityEventTokens.Event event) {
        if (seen.add(event.id())
                && event.type().endsWith("/session-revoked")
                && event.email().equalsIgnoreCase(user)) {
            session = Service.Session.NONE;
            say(event.email() + " was signed out. " + event.reasonForUser());
        }
    }

    private void say(String next) {
        status = next;
        readers.forEach(reader -> reader.offer(next));
        System.out.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + next);
    }

    /** RFC 8935: 202 for what was taken, 400 and a reason for what was not. */
    private void receive(HttpExchange push) throws IOException {
        if (!secret.equals(push.getRequestHeaders().getFirst("Authorization"))) {
            answer(push, 401, "text/plain", "");
            return;
        }
        String token = new String(push.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        try {
            signOut(tokens.verify(token));
            answer(push, 202, "text/plain", "");
        } catch (SecurityEventTokens.Refused refused) {
            push.getResponseHeaders().set("Content-Language", "en");
            answer(push, 400, "application/json", "{\"err\":\"" + refused.getMessage() + "\",\"description\":\"\"}");
        }
    }

    private void page(HttpExchange request) throws IOException {
        Service.Session shown = session;
        boolean in = !shown.isNone() && isAlive(shown);
        answer(request, 200, "text/html; charset=utf-8", """
                <!doctype html><title>A platform</title>
                <style>body{font:1.2rem system-ui;max-width:34rem;margin:4rem auto}.in{color:#06703a}.out{color:#a11}</style>
                <h1>A platform</h1>
                <p class="%s">%s</p>
                <form method="post" action="sign-in"><input name="user" value="%s" size="30"> <button>Sign in</button></form>
                <script>new EventSource("news").onmessage = () => location.reload()</script>
                """.formatted(in ? "in" : "out", html(status), html(user)));
    }

    /** Asked at each page: even without the event, nobody who is out would see one. */
    private boolean isAlive(Service.Session shown) throws IOException {
        try {
            boolean alive = service.isAlive(shown);
            if (!alive && session.equals(shown)) {
                session = Service.Session.NONE;
                say(shown.userName() + "'s session is over.");
            }
            return alive;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void signIn(HttpExchange form) throws IOException {
        String body = new String(form.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            signIn(URLDecoder.decode(body.replaceFirst("^user=", ""), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        form.getResponseHeaders().set("Location", "/");
        answer(form, 303, "text/plain", "");
    }

    /** Server-sent events: the page loads itself anew when something is said. */
    private void news(HttpExchange request) throws IOException {
        BlockingQueue<String> reader = new LinkedBlockingQueue<>();
        readers.add(reader);
        request.getResponseHeaders().set("Content-Type", "text/event-stream");
        request.sendResponseHeaders(200, 0);
        try (OutputStream out = request.getResponseBody()) {
            while (true) {
                out.write(("data: " + reader.take() + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            readers.remove(reader);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public void close() {
        service.listenNoMore(streamId);
        server.stop(0);
    }
}
