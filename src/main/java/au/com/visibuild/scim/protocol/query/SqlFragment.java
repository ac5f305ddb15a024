package au.com.visibuild.scim.protocol.query;

import java.util.List;

/**
 * A piece of SQL with its parameters.
 *
 * @param text SQL with placeholders {@code $n}, numbered from where the compiler was told to start
 * @param parameters their values in order: String, UUID, Boolean or OffsetDateTime
 */
public record SqlFragment(String text, List<Object> parameters) {

    public SqlFragment {
        parameters = List.copyOf(parameters);
    }
}
