package au.com.visibuild.scim.idp;

import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.util.Arrays;
import java.util.List;

/** Whom a request is about (RFC 9493), in the formats that identify people here. */
public sealed interface SubjectIdentifier {

    /** By an e-mail address (§3.2.2). */
    record Email(String email) implements SubjectIdentifier {}

    /** By what an issuer calls the person (§3.2.3). */
    record IssuerAndSubject(String issuer, String subject) implements SubjectIdentifier {}

    /** By an identifier that both sides know (§3.2.4). */
    record Opaque(String id) implements SubjectIdentifier {}

    /**
     * Reads a request's body: {@code sub_id} as the draft has it since -03, or {@code subject} as it had it before and
     * as Okta's guide shows it; 400 for anything else. Other members of the body are not looked at, other members of the
     * identifier are refused (RFC 9493 §3).
     */
    static SubjectIdentifier of(ComplexValue body) {
        if (body.has("sub_id") && body.has("subject")) {
            throw RequestRefused.invalid("Send either sub_id or subject, not both.");
        }
        if (!(body.get(body.has("sub_id") ? "sub_id" : "subject") instanceof Complex(var identifier))) {
            throw RequestRefused.invalid("The body needs sub_id: an object that says whom to sign out, for example"
                    + " {\"sub_id\":{\"format\":\"email\",\"email\":\"ana@acme.example\"}}.");
        }
        return switch (text(identifier, "format")) {
            case "email" -> new Email(only(identifier, "email").getFirst());
            case "iss_sub" -> {
                List<String> both = only(identifier, "iss", "sub");
                yield new IssuerAndSubject(both.getFirst(), both.getLast());
            }
            case "opaque" -> new Opaque(only(identifier, "id").getFirst());
            default -> throw RequestRefused.invalid("The formats that are understood are email, iss_sub and opaque.");
        };
    }

    private static List<String> only(ComplexValue identifier, String... names) {
        List<String> values =
                Arrays.stream(names).map(name -> text(identifier, name)).toList();
        if (identifier.members().size() != names.length + 1) {
            throw RequestRefused.invalid("The identifier has members that are not of its format.");
        }
        return values;
    }

    private static String text(ComplexValue identifier, String name) {
        if (identifier.get(name) instanceof Text(var value) && !value.isBlank()) {
            return value;
        }
        throw RequestRefused.invalid("The identifier needs " + name + ", a text that is not empty.");
    }
}
