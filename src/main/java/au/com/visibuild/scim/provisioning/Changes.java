package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import org.jspecify.annotations.Nullable;

/** What a write changed, for the provisioning log: per attribute its old and its new value. */
final class Changes {

    private Changes() {}

    static ComplexValue between(ComplexValue before, ComplexValue after) {
        ComplexValue.Builder changes = ComplexValue.builder();
        for (ComplexValue.Member member : before.members()) {
            AttributeValue now = after.get(member.name());
            if (!member.value().equals(now)) {
                changes.put(member.name(), change(member.value(), now));
            }
        }
        for (ComplexValue.Member member : after.members()) {
            if (!before.has(member.name())) {
                changes.put(member.name(), change(null, member.value()));
            }
        }
        return changes.build();
    }

    private static Complex change(@Nullable AttributeValue before, @Nullable AttributeValue after) {
        ComplexValue.Builder change = ComplexValue.builder();
        if (before != null) {
            change.put(OldAndNew.OLD, before);
        }
        if (after != null) {
            change.put(OldAndNew.NEW, after);
        }
        return new Complex(change.build());
    }
}
