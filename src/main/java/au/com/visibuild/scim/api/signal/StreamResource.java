package au.com.visibuild.scim.api.signal;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.signal.DeliveryMethod;
import au.com.visibuild.scim.signal.StreamOwner;
import au.com.visibuild.scim.signal.StreamSettings;
import au.com.visibuild.scim.signal.StreamStatus;
import au.com.visibuild.scim.signal.StreamView;
import au.com.visibuild.scim.signal.Streams;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** What receivers do with their streams (SSF 1.0 §8.1). */
@Path("/ssf")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({CallerClaims.PLATFORM, CallerClaims.COMPANY_ADMIN})
@Cancellable(false)
public class StreamResource {

    private static final String ID = "stream_id";
    private static final String TOO_SOON = "{\"status\":429,\"detail\":\"Ask for a verification less often.\"}";

    private final Streams streams;
    private final StreamCaller caller;
    private final ObjectMapper json;

    StreamResource(Streams streams, StreamCaller caller, ObjectMapper json) {
        this.streams = streams;
        this.caller = caller;
        this.json = json;
    }

    /** Makes a stream; by poll, if it does not say how. */
    @POST
    @Path("stream")
    public Uni<Response> create(@Nullable JsonNode body) {
        StreamSettings settings = StreamForm.of(body).settings();
        return caller.owner().chain(owner -> streams.create(owner, settings)).map(made -> answer(201, shown(made)));
    }

    /** One stream, or all of the caller's. */
    @GET
    @Path("stream")
    public Uni<Response> read(@RestQuery(ID) @Nullable String id) {
        return caller.owner()
                .chain(owner -> id == null
                        ? streams.list(owner).map(this::all)
                        : streams.get(owner, id).<JsonNode>map(this::shown))
                .map(found -> answer(200, found));
    }

    /** Changes the properties that are sent. */
    @PATCH
    @Path("stream")
    public Uni<Response> update(@Nullable JsonNode body) {
        StreamForm form = StreamForm.of(body);
        return change(form, form::over);
    }

    /** Sets all properties; those that are not sent are as if they never were. */
    @PUT
    @Path("stream")
    public Uni<Response> replace(@Nullable JsonNode body) {
        StreamForm form = StreamForm.of(body);
        return change(form, _ -> form.settings());
    }

    private Uni<Response> change(StreamForm form, UnaryOperator<StreamSettings> next) {
        String id = required(form);
        return caller.owner()
                .chain(owner -> streams.change(owner, id, stream -> {
                    form.matching(stream, shown(stream)).polledAt(polledAt(stream), stream);
                    return next.apply(stream.settings());
                }))
                .map(changed -> answer(200, shown(changed)));
    }

    /** Ends a stream. */
    @DELETE
    @Path("stream")
    public Uni<Response> end(@RestQuery(ID) @Nullable String id) {
        return caller.owner().chain(owner -> streams.end(owner, named(id))).map(_ -> answer(204, null));
    }

    /** Whether a stream transmits. */
    @GET
    @Path("status")
    public Uni<Response> status(@RestQuery(ID) @Nullable String id) {
        return caller.owner()
                .chain(owner -> streams.get(owner, named(id)))
                .map(stream -> answer(200, shownStatus(stream)));
    }

    /** Sets whether a stream transmits. */
    @POST
    @Path("status")
    public Uni<Response> setStatus(@Nullable JsonNode body) {
        StreamForm form = StreamForm.of(body);
        String id = required(form);
        StreamStatus status = StreamStatus.ofWord(form.text("status"));
        String reason = form.text("reason");
        if (status == null) {
            throw RequestRefused.invalid("status is enabled, paused or disabled.");
        }
        return caller.owner()
                .chain(owner -> streams.status(owner, id, status, reason))
                .map(stream -> answer(200, shownStatus(stream)));
    }

    /** Takes a subject in again; all are in at the start. Says nothing of whether we know it. */
    @POST
    @Path("subjects:add")
    public Uni<Response> addSubject(@Nullable JsonNode body) {
        return ofSubject(body, streams::addSubject, 200);
    }

    /** Takes a subject out. Says nothing of whether we know it. */
    @POST
    @Path("subjects:remove")
    public Uni<Response> removeSubject(@Nullable JsonNode body) {
        return ofSubject(body, streams::removeSubject, 204);
    }

    /** Has a verification event sent. */
    @POST
    @Path("verify")
    public Uni<Response> verify(@Nullable JsonNode body) {
        return with(body, form -> form.text("state"), streams::verify)
                .map(wait -> wait.isZero() ? answer(204, null) : tooSoon(wait));
    }

    /** What is done with one word of the form to a stream of the caller's. */
    private interface Act<T> {
        Uni<T> on(StreamOwner owner, String stream, @Nullable String word);
    }

    private Uni<Response> ofSubject(@Nullable JsonNode body, Act<Void> act, int status) {
        return with(body, StreamForm::subject, act).map(_ -> answer(status, null));
    }

    /** All of the form is read, and found faulty if it is, before anybody is asked. */
    private <T> Uni<T> with(@Nullable JsonNode body, Function<StreamForm, @Nullable String> part, Act<T> act) {
        StreamForm form = StreamForm.of(body);
        String id = required(form);
        String word = part.apply(form);
        return caller.owner().chain(owner -> act.on(owner, id, word));
    }

    private ArrayNode all(List<StreamView> views) {
        ArrayNode array = json.createArrayNode();
        views.forEach(view -> array.add(shown(view)));
        return array;
    }

    /** Never with the authorization header, which is the receiver's secret. */
    private ObjectNode shown(StreamView stream) {
        StreamSettings settings = stream.settings();
        ObjectNode shown = json.createObjectNode()
                .put(ID, stream.id().toString())
                .put("iss", streams.issuer())
                .put("aud", stream.audience());
        streams.supported().forEach(shown.putArray("events_supported")::add);
        if (settings.events() != null) {
            settings.events().forEach(shown.putArray("events_requested")::add);
        }
        stream.delivered().forEach(shown.putArray("events_delivered")::add);
        boolean push = settings.method() == DeliveryMethod.PUSH;
        shown.putObject("delivery")
                .put("method", settings.method().urn())
                .put("endpoint_url", push ? settings.endpoint() : polledAt(stream));
        shown.put("min_verification_interval", streams.verificationInterval().toSeconds());
        if (!push) {
            shown.put("inactivity_timeout", streams.inactivityTimeout().toSeconds());
        }
        if (settings.description() != null) {
            shown.put("description", settings.description());
        }
        return shown.put("subject_format", settings.format().name().toLowerCase(Locale.ROOT));
    }

    private String polledAt(StreamView stream) {
        return streams.issuer() + "/ssf/poll/" + stream.id();
    }

    private ObjectNode shownStatus(StreamView stream) {
        ObjectNode shown = json.createObjectNode()
                .put(ID, stream.id().toString())
                .put("status", stream.status().word());
        return stream.reason() == null ? shown : shown.put("reason", stream.reason());
    }

    private static String required(StreamForm form) {
        return named(form.text(ID));
    }

    private static String named(@Nullable String id) {
        if (id == null) {
            throw RequestRefused.invalid("stream_id is missing.");
        }
        return id;
    }

    private static Response tooSoon(Duration wait) {
        return Response.status(429)
                .type("application/problem+json")
                .header("Retry-After", wait.toSeconds() + 1)
                .header("Cache-Control", "no-store")
                .entity(TOO_SOON)
                .build();
    }

    private static Response answer(int status, @Nullable JsonNode body) {
        Response.ResponseBuilder answer = Response.status(status).header("Cache-Control", "no-store");
        return (body == null ? answer : answer.type(MediaType.APPLICATION_JSON).entity(body)).build();
    }
}
