package au.com.visibuild.scim.api.settings;

import au.com.visibuild.scim.administration.UserAdministration;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The company's people.
 *
 * @param begins how userName, login e-mail or externalId begins, as asked
 * @param managed {@code true}, {@code false} or empty
 * @param active {@code true}, {@code false} or empty
 * @param counts how many there are
 * @param rows the people
 * @param next the query of the page behind, or null
 * @param more whether more people begin like that than are shown
 */
@RegisterForReflection
public record PeopleView(
        String begins,
        String managed,
        String active,
        UserAdministration.Counts counts,
        List<Row> rows,
        @Nullable String next,
        boolean more) {

    /** One person. {@code login} is null for somebody who cannot log in. */
    public record Row(
            String id,
            String name,
            String userName,
            @Nullable String login,
            boolean managed,
            boolean active,
            String roles,
            String projects,
            When changed) {}

    static Row row(UserAdministration.Person person) {
        return new Row(
                person.id().toString(),
                person.displayName() == null ? "" : person.displayName(),
                person.userName(),
                person.loginEmail(),
                person.scimManagedSince() != null,
                person.active(),
                String.join(", ", person.roles()),
                String.join(
                        ", ",
                        person.projects().stream()
                                .map(UserAdministration.ProjectRef::name)
                                .toList()),
                When.at(person.modifiedAt()));
    }
}
