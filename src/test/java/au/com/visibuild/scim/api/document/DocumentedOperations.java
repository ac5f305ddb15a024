package au.com.visibuild.scim.api.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Gives every operation its name, the words of its Javadoc, and the errors that its kind has. */
final class DocumentedOperations implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String JWT = "jwt";
    private static final Map<String, String> ROOMS = Map.ofEntries(
            Map.entry("AccessResource", "Roles and projects of a person"),
            Map.entry("CompaniesResource", "Companies"),
            Map.entry("ConnectionResource", "Connection of the identity provider"),
            Map.entry("DeadLettersResource", "Events that were given up"),
            Map.entry("GlobalTokenRevocationResource", "Universal Logout"),
            Map.entry("IdentityProviderResource", "Universal Logout"),
            Map.entry("KeysResource", "Keys"),
            Map.entry("LogResource", "Provisioning log"),
            Map.entry("LoginEmailsResource", "Login e-mails"),
            Map.entry("PeopleResource", "People"),
            Map.entry("ProjectsResource", "Projects"),
            Map.entry("SessionsResource", "Login sessions"),
            Map.entry("SettingsResource", "SCIM settings"),
            Map.entry("UserSessionsResource", "Login sessions"));

    private static final Map<Integer, String> ERRORS = Map.of(
            400, "A value is missing or of the wrong form.",
            401, "No valid JWT.",
            403, "Not for the group that the JWT names.",
            404, "Nothing of that id, or it is another company's: both answer the same.",
            409, "Not in the state that things are in.",
            429, "Too often within an hour; Retry-After says when it can be done again.");

    private final ResourceWords words;

    DocumentedOperations(ResourceWords words) {
        this.words = words;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title("Visibuild SCIM: company and session API")
                .version("1")
                .description(
                        "What admins, staff and platforms do beside SCIM. SCIM 2.0 (RFC 7644) describes itself below"
                                + " /scim_v2/, Shared Signals at /.well-known/ssf-configuration. Errors are problem details"
                                + " (RFC 9457) whose `detail` says what to change."));
        document.setTags(null);
        var components = document.getComponents();
        components.addSecurityScheme(
                JWT,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("A JWT of Visibuild's issuer; `groups` says who calls."));
        components.addSchema(PROBLEM, problem());
        new TreeMap<>(ERRORS).forEach((status, says) -> components.addResponse("Status" + status, problem(says)));
        document.getPaths().getPathItems().values().forEach(this::path);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private void path(PathItem path) {
        path.getOperations().forEach(this::operation);
    }

    private void operation(PathItem.HttpMethod method, Operation operation) {
        String id = operation.getOperationId();
        String resource = id.substring(0, id.indexOf('_'));
        String text = words.of(id);
        int end = text.indexOf(". ");
        operation.setSummary(end < 0 ? text.replaceAll("\\.$", "") : text.substring(0, end));
        if (end >= 0) {
            operation.setDescription(text.substring(end + 2));
        }
        operation.setOperationId(name(resource, id.substring(id.indexOf('_') + 1)));
        operation.setTags(List.of(ROOMS.getOrDefault(resource, resource)));
        errors(method, operation, resource);
        switch (operation.getOperationId()) {
            case "logCsv" -> file(operation, "text/csv");
            case "logJsonLines" -> file(operation, "application/jsonl");
            default -> {}
        }
    }

    /** {@code SettingsResource}, {@code enable}: {@code settingsEnable}. */
    private static String name(String resource, String method) {
        String room = resource.replace("Resource", "");
        return room.substring(0, 1).toLowerCase(Locale.ROOT)
                + room.substring(1)
                + method.substring(0, 1).toUpperCase(Locale.ROOT)
                + method.substring(1);
    }

    private static void errors(PathItem.HttpMethod method, Operation operation, String resource) {
        if (resource.equals("KeysResource")) {
            return;
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (operation.getRequestBody() != null
                || parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            error(operation, 400);
        }
        error(operation, 401);
        if (!resource.equals("GlobalTokenRevocationResource")) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(JWT)));
            error(operation, 403);
        }
        if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
            error(operation, 404);
        }
        boolean changes = method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.DELETE;
        if (changes && !resource.equals("SessionsResource")) {
            error(operation, 409);
        }
        if ("settingsRegenerate".equals(operation.getOperationId())) {
            error(operation, 429);
        }
    }

    private static void error(Operation operation, int status) {
        operation
                .getResponses()
                .addAPIResponse(
                        String.valueOf(status),
                        OASFactory.createAPIResponse().ref("#/components/responses/Status" + status));
    }

    private static APIResponse problem(String says) {
        return OASFactory.createAPIResponse()
                .description(says)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    /** A file has a media type of its own. */
    private static void file(Operation operation, String type) {
        operation
                .getResponses()
                .getAPIResponse("200")
                .description("The file.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                type,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    }
}
