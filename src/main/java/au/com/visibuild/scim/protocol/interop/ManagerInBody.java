package au.com.visibuild.scim.protocol.interop;

import au.com.visibuild.scim.protocol.attribute.AttributePath;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.List;

/** {@code "manager": "id"} at the top, or not as an object: {@code {"value": "id"}} within the enterprise extension. */
final class ManagerInBody implements Quirk<ComplexValue> {

    @Override
    public Tolerance tolerance() {
        return Tolerance.T6;
    }

    @Override
    public ComplexValue rewrite(ComplexValue body, ResourceSchema schema) {
        ComplexValue rewritten = body;
        AttributeValue misplaced = body.get(Managers.NAME);
        if (misplaced != null && Managers.qualified(AttributePath.of(Managers.NAME), schema) != null) {
            rewritten = listed(rewritten.without(Managers.NAME));
            rewritten = withManager(rewritten, misplaced);
        }
        if (!(rewritten.get(Managers.URN) instanceof Complex(var enterprise))) {
            return rewritten;
        }
        AttributeValue manager = enterprise.get(Managers.NAME);
        return manager == null
                ? rewritten
                : rewritten.with(Managers.URN, new Complex(enterprise.with(Managers.NAME, Managers.asObject(manager))));
    }

    /** Puts the manager where it belongs, unless one is there. */
    private static ComplexValue withManager(ComplexValue body, AttributeValue manager) {
        return switch (body.get(Managers.URN)) {
            case Complex(var enterprise) when enterprise.has(Managers.NAME) -> body;
            case Complex(var enterprise) ->
                body.with(Managers.URN, new Complex(enterprise.with(Managers.NAME, manager)));
            case null, default -> body.with(Managers.URN, new Complex(ComplexValue.EMPTY.with(Managers.NAME, manager)));
        };
    }

    /** A client that misplaces the manager cannot have declared the extension for it. */
    private static ComplexValue listed(ComplexValue body) {
        if (!(body.get("schemas") instanceof Multi(var urns)) || urns.contains(AttributeValue.text(Managers.URN))) {
            return body;
        }
        List<AttributeValue> all = new ArrayList<>(urns);
        all.add(AttributeValue.text(Managers.URN));
        return body.with("schemas", new Multi(all));
    }
}
