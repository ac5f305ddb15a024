package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.api.LogFiles;
import au.com.visibuild.scim.audit.LogConfig;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.connection.ConnectionDoctor;
import au.com.visibuild.scim.history.LogExport;
import au.com.visibuild.scim.history.LogFilter;
import au.com.visibuild.scim.history.ProvisioningHistory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The provisioning log: what the identity provider and the admins did, and what came of it. */
@Path(Frame.ROOT + "/log")
@Cancellable(false)
public class LogResource {

    private final Page page;
    private final ProvisioningHistory history;
    private final LogExport export;
    private final ConnectionDoctor doctor;
    private final LogConfig config;
    private final ObjectMapper json;

    LogResource(
            Page page,
            ProvisioningHistory history,
            LogExport export,
            ConnectionDoctor doctor,
            LogConfig config,
            ObjectMapper json) {
        this.page = page;
        this.history = history;
        this.export = export;
        this.doctor = doctor;
        this.config = config;
        this.json = json;
    }

    /** Fifty entries, newest first. */
    @GET
    public Uni<Response> log(UriInfo uri) {
        return page.show("log", (viewer, frame) -> {
            LogForm form = new LogForm(uri.getQueryParameters());
            return filter(viewer.companyId(), form)
                    .chain(filter -> history.page(viewer.companyId(), filter, viewer.sight()))
                    .map(found -> Templates.log(
                            frame, LogView.of(form, found, config.retention().toDays())));
        });
    }

    /** One entry. */
    @GET
    @Path("{entry}")
    public Uni<Response> entry(@PathParam("entry") String entry) {
        return page.show(
                "log",
                (viewer, frame) -> history.entry(viewer.companyId(), entry, viewer.sight())
                        .map(found -> Templates.entry(frame, EntryView.of(found))));
    }

    /** The same with the personal data in it; that it was asked for is logged. */
    @POST
    @Path("{entry}/reveal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> reveal(
            @PathParam("entry") String entry, @RestForm(FormTokens.FIELD) @Nullable String formToken) {
        return page.act(
                formToken,
                (viewer, frame) -> history.reveal(viewer.origin(), entry)
                        .chain(found -> page.html(200, Templates.entryDetail(frame, EntryView.of(found)))));
    }

    /** What the filters find as comma-separated values, personal values masked. */
    @GET
    @Path("export.csv")
    public RestMulti<Buffer> csv(UriInfo uri) {
        return file(uri, "csv", "text/csv; charset=UTF-8; header=present", LogFiles.CSV);
    }

    /** The same as lines of JSON. */
    @GET
    @Path("export.jsonl")
    public RestMulti<Buffer> jsonLines(UriInfo uri) {
        return file(uri, "jsonl", "application/jsonl", LogFiles.jsonLines(json));
    }

    private RestMulti<Buffer> file(UriInfo uri, String ending, String type, LogExport.Format format) {
        Uni<Exported> begun = page.viewer()
                .chain(viewer -> {
                    Page.requireRecent(viewer);
                    return filter(viewer.companyId(), new LogForm(uri.getQueryParameters()))
                            .chain(filter -> export.begin(viewer.origin(), filter, viewer.sight(), format))
                            .map(pieces -> new Exported(viewer, pieces));
                })
                .onFailure()
                .transform(PageFailure::new);
        return RestMulti.fromUniResponse(
                begun,
                exported -> exported.pieces().map(Buffer::buffer),
                exported -> Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        List.of(type),
                        HttpHeaders.CONTENT_DISPOSITION,
                        List.of(LogFiles.attachment(
                                exported.viewer().companyId().value().toString(), ending))));
    }

    private record Exported(Viewer viewer, Multi<String> pieces) {}

    private Uni<LogFilter> filter(CompanyId company, LogForm form) {
        LogFilter filter = form.filter();
        return form.preset() != LogFilter.Preset.LAST_CONNECTION_TEST
                ? Uni.createFrom().item(filter)
                : doctor.lastTest(company, filter);
    }
}
