package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.company.CompanyId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code identity_provider}. All methods need an open session. */
@ApplicationScoped
class IdentityProviderStore implements PanacheRepositoryBase<IdentityProvider, UUID> {

    /** The company's identity provider, or null when none is named. */
    Uni<@Nullable IdentityProvider> find(CompanyId company) {
        return findById(company.value()).map(found -> found == null || found.isRemoved() ? null : found);
    }

    /** Names or changes it. The caller holds the company's row lock. */
    Uni<IdentityProvider> change(CompanyId company, IdentityProvider.Trust trust, Instant at, String by) {
        return findById(company.value()).chain(known -> {
            if (known == null) {
                return persistAndFlush(new IdentityProvider(company, trust, at, by));
            }
            known.change(trust, at, by);
            return flush().replaceWith(known);
        });
    }
}
