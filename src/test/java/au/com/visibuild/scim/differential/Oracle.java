package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.protocol.patch.PatchOperation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Somebody else's implementation of SCIM, driven in isolation. Whatever it throws is a refusal. */
interface Oracle {

    /** Whether the person, in full representation, satisfies the filter. */
    boolean matches(String filter, ObjectNode person) throws Exception;

    /** Whether each comparison in brackets may be satisfied by another element. */
    boolean splitsBrackets();

    /** The spellings of {@link SpelledFilter} that its grammar knows, of these. */
    int spelling(int spelling);

    /** The person after the operations. */
    ObjectNode patched(ObjectNode person, List<PatchOperation> operations) throws Exception;
}
