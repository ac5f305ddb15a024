package au.com.visibuild.scim.settings;

import au.com.visibuild.scim.company.CompanyId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code scim_settings}. All methods need an open session. */
@ApplicationScoped
public class ScimSettingsStore implements PanacheRepositoryBase<ScimSettings, UUID> {

    /** The company's settings, or null when it never used SCIM. */
    public Uni<@Nullable ScimSettings> find(CompanyId company) {
        return findById(company.value());
    }

    /** Switches SCIM on or off for the company. The caller holds the company's row lock. */
    public Uni<Void> change(CompanyId company, boolean enabled, Instant at, String by) {
        return find(company).chain(settings -> {
            if (settings == null) {
                return persistAndFlush(new ScimSettings(company, enabled, at, by))
                        .replaceWithVoid();
            }
            settings.change(enabled, at, by);
            return flush();
        });
    }
}
