package au.com.visibuild.scim.api.settings;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A failure before a file of the page was begun: answered as the page answers it. Records no stack but the cause's. */
final class PageFailure extends RuntimeException {

    PageFailure(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }

    /** Turns it into the page's own answer. */
    @ApplicationScoped
    static class Answers {

        private final Page page;

        Answers(Page page) {
            this.page = page;
        }

        @ServerExceptionMapper
        Uni<Response> failed(PageFailure failure) {
            Throwable cause = failure.getCause();
            return page.failed(cause == null ? failure : cause);
        }
    }
}
