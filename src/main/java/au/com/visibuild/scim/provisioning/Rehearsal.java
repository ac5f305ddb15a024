package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.Company;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.WarmUp;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.query.SearchRequest;
import au.com.visibuild.scim.protocol.resource.Preconditions;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Plays the main job once: a company, a person made, patched, looked up and deleted, all in one transaction that is
 * rolled back. It loads what a first request would otherwise load on the event loop (measured on a JVM: 0.6 s of
 * Hibernate's query parser and classes). It keeps to the RFC, for tolerances are counted. A rehearsal that fails is
 * logged and stops nothing.
 */
@ApplicationScoped
class Rehearsal {

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final int LAST = 3_000;
    private static final String NAME = "rehearsal@visibuild.invalid";

    private final CompanyStore companies;
    private final UserProvisioning provisioning;
    private final UserListing listing;
    private final Ids ids;
    private final Clock clock;

    Rehearsal(CompanyStore companies, UserProvisioning provisioning, UserListing listing, Ids ids, Clock clock) {
        this.companies = companies;
        this.provisioning = provisioning;
        this.listing = listing;
        this.ids = ids;
        this.clock = clock;
    }

    void play(@Observes @Priority(LAST) WarmUp time) {
        try {
            VertxContextSupport.subscribeAndAwait(this::play);
        } catch (Throwable failure) {
            LOG.warnf("The rehearsal of the main job failed: %s", failure.getMessage());
        }
    }

    private Uni<Void> play() {
        CompanyId company = new CompanyId(ids.next());
        Origin origin = new Origin(company, Origin.Kind.SCIM, "rehearsal", "rehearsal");
        return Panache.withTransaction(() -> Panache.currentTransaction()
                        .invoke(Mutiny.Transaction::markForRollback)
                        .chain(() -> companies.persistAndFlush(new Company(company, "Rehearsal", clock.instant())))
                        .chain(() -> provisioning.create(origin, person()))
                        .chain(made -> provisioning
                                .patch(origin, made.id(), Preconditions.NONE, deactivation())
                                .chain(() -> provisioning.replace(origin, made.id(), Preconditions.NONE, person()))
                                .chain(() -> provisioning.delete(origin, made.id(), Preconditions.NONE))))
                .chain(() -> listing.list(
                        company,
                        SearchRequest.ofParameters(
                                Map.of("filter", "userName eq \"x\" and emails[type eq \"work\" and value eq \"x\"]"))))
                .replaceWithVoid();
    }

    private static ComplexValue person() {
        Complex mail = new Complex(ComplexValue.builder()
                .putText("value", NAME)
                .putText("type", "work")
                .build());
        return ComplexValue.builder()
                .put("schemas", Multi.of(new Text(CoreSchemas.USER.id())))
                .putText("userName", NAME)
                .put("emails", Multi.of(mail))
                .build();
    }

    private static ComplexValue deactivation() {
        Complex operation = new Complex(ComplexValue.builder()
                .putText("op", "replace")
                .putText("path", "active")
                .put("value", Bool.FALSE)
                .build());
        return ComplexValue.builder()
                .put("schemas", Multi.of(new Text(PatchRequest.SCHEMA)))
                .put("Operations", Multi.of(operation))
                .build();
    }
}
