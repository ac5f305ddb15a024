package au.com.visibuild.scim.user;

import static java.util.Map.entry;

import au.com.visibuild.scim.protocol.query.ColumnMap;
import au.com.visibuild.scim.protocol.query.ColumnMap.Column;
import au.com.visibuild.scim.protocol.query.SearchColumn;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import java.util.Map;
import java.util.Set;

/** How the table {@code users} answers for the attributes of a User: these by columns, all others by the search document. */
final class UserColumns {

    private static final String MANAGER = CoreSchemas.ENTERPRISE_USER.id() + ":manager";

    static final ColumnMap MAP = new ColumnMap(
            CoreSchemas.USER_TYPE,
            new SearchColumn("search", "search_terms"),
            "id",
            Map.ofEntries(
                    entry("id", new Column.Uuid("id")),
                    entry("userName", new Column.Text("user_name_key", true, false)),
                    entry("externalId", new Column.Text("external_id", false, true)),
                    entry("active", new Column.Bool("active")),
                    entry("meta.created", new Column.Timestamp("created_at")),
                    entry("meta.lastModified", new Column.Timestamp("modified_at")),
                    entry("meta.version", new Column.Text("('W/\"' || version || '\"')", false, false))),
            Set.of("meta.location", MANAGER + ".$ref", MANAGER + ".displayName"));

    private UserColumns() {}
}
