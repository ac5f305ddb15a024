package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.administration.UserAdministration;
import au.com.visibuild.scim.platform.RequestRefused;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The company's people: who manages them, what they may do, and where. */
@Path(Frame.ROOT + "/people")
@Cancellable(false)
public class PeopleResource {

    private final Page page;
    private final UserAdministration users;

    PeopleResource(Page page, UserAdministration users) {
        this.page = page;
        this.users = users;
    }

    /** A hundred people by userName. */
    @GET
    public Uni<Response> people(
            @RestQuery @Nullable String begins,
            @RestQuery @Nullable String managed,
            @RestQuery @Nullable String active,
            @RestQuery @Nullable String after) {
        return page.show("people", (viewer, frame) -> {
            String text = begins == null ? "" : begins.strip();
            var wanted = new UserAdministration.Wanted(
                    text, flag(managed), flag(active), after == null || after.isEmpty() ? null : after);
            return users.counts(viewer.companyId())
                    .chain(counts -> users.page(viewer.companyId(), wanted)
                            .map(found -> Templates.people(
                                    frame,
                                    new PeopleView(
                                            text,
                                            managed == null ? "" : managed,
                                            active == null ? "" : active,
                                            counts,
                                            found.people().stream()
                                                    .map(PeopleView::row)
                                                    .toList(),
                                            next(found, text, managed, active),
                                            found.more() && !text.isEmpty()))));
        });
    }

    private static @Nullable String next(
            UserAdministration.Found found, String begins, @Nullable String managed, @Nullable String active) {
        return !found.more() || !begins.isEmpty()
                ? null
                : "?managed=" + (managed == null ? "" : managed) + "&active=" + (active == null ? "" : active)
                        + "&after=" + found.people().getLast().id();
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return switch (text == null ? "" : text) {
            case "" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw RequestRefused.invalid("A filter has a value that is unknown.");
        };
    }
}
