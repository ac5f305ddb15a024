package au.com.visibuild.scim.user;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.TextFold;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address a person logs in with: {@code userName} if it is one, else the primary (else the first) of
 * {@code emails}, in the form in which addresses are compared; or none, and then the person cannot log in.
 */
public final class LoginEmail {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private LoginEmail() {}

    /** The login e-mail that a person with these attributes has, or null. */
    public static @Nullable String of(ComplexValue attributes) {
        String userName = attributes.text("userName");
        if (userName != null && isAddress(userName)) {
            return normal(userName);
        }
        return attributes.get("emails") instanceof Multi(var emails) ? ofEmails(emails) : null;
    }

    /** The form in which addresses are stored and compared. */
    public static String normal(String address) {
        return TextFold.fold(address.strip());
    }

    private static @Nullable String ofEmails(List<AttributeValue> emails) {
        String first = null;
        for (AttributeValue element : emails) {
            if (element instanceof Complex(var email)
                    && email.get("value") instanceof Text(var address)
                    && isAddress(address)) {
                if (AttributeValue.Bool.TRUE.equals(email.get("primary"))) {
                    return normal(address);
                }
                first = first == null ? normal(address) : first;
            }
        }
        return first;
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && FORM.matcher(text.strip()).matches();
    }
}
