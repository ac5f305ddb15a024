package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.connection.ConnectionDoctor;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The connection doctor: why a connection fails, by the requests that were received. */
@Path(Frame.ROOT + "/doctor")
@Cancellable(false)
public class DoctorResource {

    private final Page page;
    private final ConnectionDoctor doctor;
    private final Clock clock;

    DoctorResource(Page page, ConnectionDoctor doctor, Clock clock) {
        this.page = page;
        this.doctor = doctor;
        this.clock = clock;
    }

    /** The last 24 hours. */
    @GET
    public Uni<Response> doctor() {
        return page.show(
                "doctor",
                (viewer, frame) -> doctor.examine(viewer.companyId(), null, viewer.sight())
                        .map(found -> Templates.doctor(frame, DoctorView.of(found, null))));
    }

    /** Watches from now on, or from {@code since}, for ten minutes. */
    @GET
    @Path("watch")
    public Uni<Response> watch(@RestQuery @Nullable String since) {
        Instant begin = since == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : moment(since);
        return page.show(
                "doctor",
                (viewer, frame) -> doctor.examine(viewer.companyId(), begin, viewer.sight())
                        .map(found -> Templates.doctor(frame, DoctorView.of(found, begin))));
    }

    /** What has come since; 204 while there is nothing new beside what {@code seen} names. */
    @GET
    @Path("findings")
    public Uni<Response> findings(@RestQuery String since, @RestQuery @Nullable String seen) {
        return page.answer(viewer -> {
            Instant begin = moment(since);
            return doctor.examine(viewer.companyId(), begin, viewer.sight()).chain(found -> {
                DoctorView view = DoctorView.of(found, begin);
                return view.seen().equals(seen) && !view.over()
                        ? Uni.createFrom().item(Response.noContent().build())
                        : page.html(200, Templates.doctorFindings(page.frame("doctor", viewer), view));
            });
        });
    }

    private static Instant moment(@Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw RequestRefused.invalid("The address does not say since when to watch.");
        }
    }
}
