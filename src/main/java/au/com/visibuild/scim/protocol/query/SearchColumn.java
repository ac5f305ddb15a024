package au.com.visibuild.scim.protocol.query;

import org.jspecify.annotations.Nullable;

/**
 * Where a table keeps what filters look into.
 *
 * @param document the jsonb column of search documents ({@link SearchDocument#of}); never null
 * @param terms the bigint[] column of their {@link SearchTerms}, which a GIN index makes serve {@code eq}; null: the
 *     table has none, and every filter reads documents
 */
public record SearchColumn(String document, @Nullable String terms) {}
