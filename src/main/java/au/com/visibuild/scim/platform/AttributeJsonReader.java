package au.com.visibuild.scim.platform;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.schema.SoundText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads one JSON text. Jackson's messages quote the text, which may hold secrets, so none of them is passed on. */
final class AttributeJsonReader {

    private static final Unassigned UNASSIGNED = new Unassigned();

    // Names are the caller's: they must not fill a table that outlives the request.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(AttributeJson.MAX_DEPTH + 1)
                    .maxNumberLength(AttributeJson.MAX_NUMBER_LENGTH)
                    .maxNameLength(AttributeJson.MAX_NAME_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final int maxMembers;
    private final AttributeJsonPlace place = new AttributeJsonPlace();
    private int members;

    private AttributeJsonReader(JsonParser parser, int maxMembers) {
        this.parser = parser;
        this.maxMembers = maxMembers;
    }

    static AttributeValue read(char[] text, int from, int length, int maxMembers) {
        try (JsonParser parser = FACTORY.createParser(text, from, length)) {
            AttributeJsonReader reader = new AttributeJsonReader(parser, maxMembers);
            try {
                return reader.document();
            } catch (StreamConstraintsException e) {
                throw reader.unreadable("A number or a name is too long", e);
            } catch (JsonEOFException e) {
                throw reader.unreadable("The JSON ends before it is complete", e);
            } catch (JsonProcessingException e) {
                throw reader.unreadable("Not valid JSON", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
    }

    private AttributeValue document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw ScimException.invalidSyntax("The body is empty; a JSON object is expected.");
        }
        AttributeValue value = value(first);
        if (parser.nextToken() != null) {
            throw fault("Text after the end of the JSON");
        }
        return value;
    }

    private AttributeValue value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Text(sound(parser.getText(), "A string"));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Bool.TRUE;
            case VALUE_FALSE -> Bool.FALSE;
            case VALUE_NULL -> UNASSIGNED;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw fault("Not valid JSON");
        };
    }

    private Complex object() throws IOException {
        enter();
        ComplexValue.Builder object = ComplexValue.builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            place.member(name);
            count();
            sound(name, "A name");
            if (object.has(name)) {
                throw fault("The member appears twice (names are compared without case)");
            }
            object.put(name, value(parser.nextToken()));
        }
        place.leave();
        return new Complex(object.build());
    }

    private Multi array() throws IOException {
        enter();
        List<AttributeValue> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            place.element(elements.size());
            count();
            elements.add(value(token));
        }
        place.leave();
        return new Multi(elements);
    }

    private Decimal number() throws IOException {
        String text = parser.getText();
        if (text.length() > AttributeJson.MAX_NUMBER_LENGTH) {
            throw fault("A number is longer than " + AttributeJson.MAX_NUMBER_LENGTH + " characters");
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= AttributeJson.MAX_EXPONENT) {
                return new Decimal(number);
            }
        } catch (NumberFormatException _) {
            // The exponent does not fit an int: the same fault as one that is merely too large.
        }
        throw fault("A number is too large or too small");
    }

    private String sound(String text, String what) {
        String fault = SoundText.fault(text);
        if (fault != null) {
            throw fault(what + " " + fault);
        }
        return text;
    }

    private void enter() {
        if (place.depth() == AttributeJson.MAX_DEPTH) {
            throw fault("Nested deeper than " + AttributeJson.MAX_DEPTH);
        }
        place.enter();
    }

    private void count() {
        members++;
        if (members > maxMembers) {
            throw fault("More than " + maxMembers + " members and elements");
        }
    }

    private ScimException fault(String what) {
        return fault(what, parser.currentTokenLocation());
    }

    /** Jackson reads a member's value before it hands out the member's name: the place may be one step behind. */
    private ScimException unreadable(String what, JsonProcessingException cause) {
        JsonStreamContext context = parser.getParsingContext();
        String name = context.getCurrentName();
        if (context.inObject() && name != null && context.getNestingDepth() == place.depth()) {
            place.member(name);
        }
        JsonLocation at = cause.getLocation();
        return fault(what, at == null ? parser.currentLocation() : at);
    }

    private ScimException fault(String what, JsonLocation at) {
        String where = " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        String inside = place.toString();
        return ScimException.invalidSyntax(what + where + (inside.isEmpty() ? "" : ", in " + inside) + ".");
    }
}
