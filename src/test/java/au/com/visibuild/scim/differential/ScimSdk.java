package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.patch.PatchOperation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.request.PatchOpRequest;
import de.captaingoldfish.scim.sdk.common.request.PatchRequestOperation;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.resources.FilterResourceResolver;
import de.captaingoldfish.scim.sdk.server.patch.PatchRequestHandler;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import de.captaingoldfish.scim.sdk.server.utils.RequestUtils;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Captain Goldfish's SCIM-SDK, with the User and the enterprise extension that it ships. */
final class ScimSdk implements Oracle {

    private final ServiceProvider provider = ServiceProvider.builder()
            .filterConfig(FilterConfig.builder().supported(true).maxResults(1).build())
            .patchConfig(PatchConfig.builder().supported(true).build())
            .build();
    private final OneUser users = new OneUser();
    private final ResourceType type =
            new ResourceEndpoint(provider).registerEndpoint(new UserEndpointDefinition(users));

    @Override
    public boolean matches(String filter, ObjectNode person) {
        FilterNode parsed = RequestUtils.parseFilter(type, filter);
        return !FilterResourceResolver.filterResources(provider, List.of(user(person)), parsed)
                .isEmpty();
    }

    /**
     * Where RFC 7644 §3.4.2.2 wants one element to satisfy all that stands in brackets, this library looks at all
     * elements for each comparison.
     */
    @Override
    public boolean splitsBrackets() {
        return true;
    }

    /** Its strings know no escapes, which JSON's do (RFC 7644 §3.4.2.2). */
    @Override
    public int spelling(int spelling) {
        return spelling & ~SpelledFilter.ESCAPES;
    }

    @Override
    public ObjectNode patched(ObjectNode person, List<PatchOperation> operations) {
        List<PatchRequestOperation> theirs = new ArrayList<>();
        for (PatchOperation operation : operations) {
            PatchRequestOperation one = new PatchRequestOperation();
            one.setOp(PatchOp.valueOf(operation.op().name()));
            one.setPath(operation.path());
            if (operation.value() != null) {
                one.setValueNode(PatchJson.node(operation.value()));
            }
            theirs.add(one);
        }
        users.held = user(person);
        return new PatchRequestHandler<User>("1", users, List.of(), new Context(null))
                .handlePatchRequest(new PatchOpRequest(theirs));
    }

    private static User user(ObjectNode person) {
        return JsonHelper.readJsonDocument(person.toString(), User.class);
    }

    /** A store of the one user who is being changed. */
    private static final class OneUser extends ResourceHandler<User> {
        private @Nullable User held;

        @Override
        public @Nullable User getResource(
                String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
            return held;
        }

        @Override
        public User updateResource(User user, Context context) {
            return user;
        }

        @Override
        public User createResource(User user, Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PartialListResponse<User> listResources(
                long startIndex,
                int count,
                FilterNode filter,
                SchemaAttribute sortBy,
                SortOrder sortOrder,
                List<SchemaAttribute> attributes,
                List<SchemaAttribute> excluded,
                Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deleteResource(String id, Context context) {
            throw new UnsupportedOperationException();
        }
    }
}
