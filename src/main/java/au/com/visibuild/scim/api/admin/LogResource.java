package au.com.visibuild.scim.api.admin;

import au.com.visibuild.scim.api.CallerClaims;
import au.com.visibuild.scim.api.LogFiles;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.connection.ConnectionDoctor;
import au.com.visibuild.scim.history.LogDetail;
import au.com.visibuild.scim.history.LogExport;
import au.com.visibuild.scim.history.LogFilter;
import au.com.visibuild.scim.history.LogPage;
import au.com.visibuild.scim.history.ProvisioningHistory;
import au.com.visibuild.scim.history.Sight;
import au.com.visibuild.scim.platform.RequestRefused;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A company's provisioning log: its admin reads it, staff read it with people's names cut. */
@Cancellable(false)
@Path("/companies/{company}/log")
@RolesAllowed({CallerClaims.COMPANY_ADMIN, CallerClaims.STAFF})
public class LogResource {

    private final ProvisioningHistory history;
    private final LogExport export;
    private final ConnectionDoctor doctor;
    private final AdminCaller caller;
    private final ObjectMapper json;

    LogResource(
            ProvisioningHistory history,
            LogExport export,
            ConnectionDoctor doctor,
            AdminCaller caller,
            ObjectMapper json) {
        this.history = history;
        this.export = export;
        this.doctor = doctor;
        this.caller = caller;
        this.json = json;
    }

    /** Fifty entries, newest first; {@code before} is {@code next} of the page before. */
    @GET
    public Uni<LogPage> page(@PathParam("company") String company, @BeanParam LogParameters parameters) {
        return caller.reader(company)
                .chain(id -> asked(id, parameters).chain(filter -> history.page(id, filter, caller.sight())));
    }

    private Uni<LogFilter> asked(CompanyId company, LogParameters parameters) {
        LogFilter filter = parameters.filter();
        return parameters.preset() != LogFilter.Preset.LAST_CONNECTION_TEST
                ? Uni.createFrom().item(filter)
                : doctor.lastTest(company, filter);
    }

    /** All that is known of one entry. */
    @GET
    @Path("{entry}")
    public Uni<LogDetail> entry(@PathParam("company") String company, @PathParam("entry") String entry) {
        return caller.reader(company).chain(id -> history.entry(id, entry, caller.sight()));
    }

    /** The same with the personal data in it; that it was asked for is logged. */
    @POST
    @Path("{entry}/reveal")
    @RolesAllowed(CallerClaims.COMPANY_ADMIN)
    public Uni<LogDetail> reveal(@PathParam("company") String company, @PathParam("entry") String entry) {
        return caller.admin(company).chain(origin -> history.reveal(origin, entry));
    }

    /** The entries as comma-separated values. {@code personal=true} is for the company's admin alone. */
    @GET
    @Path("export.csv")
    public RestMulti<Buffer> csv(
            @PathParam("company") String company,
            @BeanParam LogParameters parameters,
            @QueryParam("personal") @Nullable String personal) {
        return file(company, parameters, personal, "csv", "text/csv; charset=UTF-8; header=present", LogFiles.CSV);
    }

    /** The entries as lines of JSON. */
    @GET
    @Path("export.jsonl")
    public RestMulti<Buffer> jsonLines(
            @PathParam("company") String company,
            @BeanParam LogParameters parameters,
            @QueryParam("personal") @Nullable String personal) {
        return file(company, parameters, personal, "jsonl", "application/jsonl", LogFiles.jsonLines(json));
    }

    private RestMulti<Buffer> file(
            String company,
            LogParameters parameters,
            @Nullable String personal,
            String ending,
            String type,
            LogExport.Format format) {
        boolean all = Boolean.TRUE.equals(Forms.flag("personal", personal));
        if (all && caller.isStaff()) {
            throw RequestRefused.forbidden("Personal data is for the company's admin alone.");
        }
        Uni<Multi<String>> begun = caller.adminOrStaff(company)
                .chain(origin -> asked(origin.company(), parameters)
                        .chain(filter ->
                                export.begin(origin, filter, all ? Sight.EVERYTHING : caller.sight(), format)));
        return RestMulti.fromUniResponse(
                begun,
                pieces -> pieces.map(Buffer::buffer),
                _ -> Map.of(
                        HttpHeaders.CONTENT_TYPE, List.of(type),
                        HttpHeaders.CONTENT_DISPOSITION, List.of(LogFiles.attachment(company, ending)),
                        HttpHeaders.CACHE_CONTROL, List.of("no-store")));
    }
}
