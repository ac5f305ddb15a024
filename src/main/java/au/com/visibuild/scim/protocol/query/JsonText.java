package au.com.visibuild.scim.protocol.query;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import java.util.List;

/** Writes a value as JSON (RFC 8259), for parameters of SQL. */
final class JsonText {

    private final StringBuilder json = new StringBuilder();

    private JsonText() {}

    static String of(AttributeValue value) {
        JsonText text = new JsonText();
        text.write(value);
        return text.json.toString();
    }

    private void write(AttributeValue value) {
        switch (value) {
            case AttributeValue.Text(var text) -> string(text);
            case AttributeValue.Bool(var bool) -> json.append(bool);
            case AttributeValue.Decimal(var number) -> json.append(number);
            case AttributeValue.Unassigned _ -> json.append("null");
            case AttributeValue.Multi(var elements) -> array(elements);
            case AttributeValue.Complex(var complex) -> object(complex);
        }
    }

    private void array(List<AttributeValue> elements) {
        json.append('[');
        String separator = "";
        for (AttributeValue element : elements) {
            json.append(separator);
            write(element);
            separator = ",";
        }
        json.append(']');
    }

    private void object(ComplexValue complex) {
        json.append('{');
        String separator = "";
        for (ComplexValue.Member member : complex.members()) {
            json.append(separator);
            string(member.name());
            json.append(':');
            write(member.value());
            separator = ",";
        }
        json.append('}');
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
