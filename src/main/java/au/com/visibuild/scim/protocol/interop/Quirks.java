package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.patch.PatchOperation;
import java.util.List;

/**
 * The quirks, in the order in which they run. Names come first (what is an attribute of ours, and where does it stand),
 * then the shape of values (emptiness before arrays, or {@code ""} would become an element). A value beside a remove is
 * used up before emptiness is looked at, or {@code ""} would remove everything.
 */
final class Quirks {

    static final List<Quirk<ComplexValue>> OF_BODIES = List.of(
            new OldUrnsInBody(),
            new ManagerInBody(),
            // Before the next one takes away the URNs that tell what a body is instead.
            new MissingSchemas(),
            new UnknownMembers(),
            new UndeclaredExtension(),
            inBody(new EmptyTexts()),
            inBody(new RoleTexts()),
            inBody(new SingleForMulti()),
            inBody(new BooleanTexts()),
            inBody(new SecondPrimary()));

    static final List<Quirk<ComplexValue>> OF_PATCH_MESSAGES = List.of(new CapitalOps());

    static final List<Quirk<List<PatchOperation>>> OF_OPERATIONS = List.of(
            new RenamedInOperations(Tolerance.T10, OldUrns::official),
            new RenamedInOperations(Tolerance.T3, DottedExtension::withColon),
            new ReadOnlyMembers(),
            new PathsAsKeys(),
            new ManagerInOperations(),
            new BareNamesInPaths(),
            new UnknownTargets(),
            FilterInPath.UNQUOTED_WORDS,
            FilterInPath.BOOLEAN_TEXTS,
            inOperations(new ArrayOfOne()),
            inOperations(new BooleanTexts()),
            new RemoveWithValue(),
            new EmptyOperationValue(),
            inOperations(new EmptyTexts()),
            inOperations(new RoleTexts()),
            inOperations(new SingleForMulti()),
            inOperations(new SecondPrimary()));

    static final List<Quirk<Filter>> OF_FILTERS =
            List.of(new ManagerInFilter(), new BareNamesInFilter(), new BooleanTextInFilter());

    private Quirks() {}

    private static Quirk<ComplexValue> inBody(ValueQuirk quirk) {
        return new InBody(quirk);
    }

    private static Quirk<List<PatchOperation>> inOperations(ValueQuirk quirk) {
        return new InOperations(quirk);
    }
}
