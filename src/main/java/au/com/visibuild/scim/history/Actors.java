package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.user.DirectoryStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is meant by texts such as {@code ADMIN:…} in {@code issued_by}, {@code changed_by} and the log: names for people. */
@ApplicationScoped
public class Actors {

    private final DirectoryStore directory;

    Actors(DirectoryStore directory) {
        this.directory = directory;
    }

    /** A name for each of these texts. One statement, or none when no admin is among them. */
    public Uni<Map<String, String>> names(CompanyId company, Collection<String> by) {
        Set<UUID> admins =
                by.stream().map(Actors::admin).filter(Objects::nonNull).collect(Collectors.toSet());
        Uni<Map<UUID, String>> known =
                admins.isEmpty() ? Uni.createFrom().item(Map.of()) : directory.names(company, admins);
        return known.map(people -> {
            Map<String, String> names = new HashMap<>();
            by.forEach(text -> names.put(text, name(text, people)));
            return names;
        });
    }

    /** A name for this text. */
    public Uni<String> name(CompanyId company, String by) {
        return names(company, Set.of(by)).map(names -> names.getOrDefault(by, by));
    }

    private static String name(String by, Map<UUID, String> people) {
        Origin.Kind kind = kind(by);
        if (kind == null) {
            return by;
        }
        UUID admin = admin(by);
        String known = admin == null ? null : people.get(admin);
        return known != null
                ? known
                : LogWords.SENTENCES.tell("actor." + kind, Map.of("actor", by.substring(by.indexOf(':') + 1)));
    }

    private static @Nullable UUID admin(String by) {
        return kind(by) == Origin.Kind.ADMIN ? Ids.read(by.substring(by.indexOf(':') + 1)) : null;
    }

    private static Origin.@Nullable Kind kind(String by) {
        for (Origin.Kind kind : Origin.Kind.values()) {
            if (by.startsWith(kind + ":")) {
                return kind;
            }
        }
        return null;
    }
}
