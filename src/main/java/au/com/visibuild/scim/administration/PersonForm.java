package au.com.visibuild.scim.administration;

import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import org.jspecify.annotations.Nullable;

/** What an admin types about a person. Null leaves a thing as it is; a blank text clears it. */
public record PersonForm(
        @Nullable String userName,
        @Nullable String email,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable Boolean active) {

    ComplexValue newPerson() {
        return applyTo(ComplexValue.builder()
                .put("schemas", Multi.of(new Text(CoreSchemas.USER.id())))
                .build());
    }

    ComplexValue applyTo(ComplexValue current) {
        ComplexValue.Builder next = current.toBuilder();
        set(next, "userName", userName);
        set(next, "displayName", displayName);
        if (email != null) {
            if (email.isBlank()) {
                next.remove("emails");
            } else {
                next.put("emails", Multi.of(new Complex(workMail(email.strip()))));
            }
        }
        if (givenName != null || familyName != null) {
            ComplexValue.Builder name =
                    current.get("name") instanceof Complex(var was) ? was.toBuilder() : ComplexValue.builder();
            set(name, "givenName", givenName);
            set(name, "familyName", familyName);
            next.put("name", new Complex(name.build()));
        }
        if (active != null) {
            next.put("active", Bool.of(active));
        }
        return next.build();
    }

    private static ComplexValue workMail(String address) {
        return ComplexValue.builder()
                .putText("value", address)
                .putText("type", "work")
                .put("primary", Bool.TRUE)
                .build();
    }

    private static void set(ComplexValue.Builder target, String name, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            target.remove(name);
        } else {
            target.putText(name, text.strip());
        }
    }
}
