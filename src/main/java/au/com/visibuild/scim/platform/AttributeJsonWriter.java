package au.com.visibuild.scim.platform;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Text;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** Writes one JSON text. */
final class AttributeJsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private AttributeJsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    static String write(ComplexValue object) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            new AttributeJsonWriter(generator).object(object);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return text.toString();
    }

    private void value(AttributeValue value) throws IOException {
        switch (value) {
            case Text(var text) -> generator.writeString(text);
            case Bool(var bool) -> generator.writeBoolean(bool);
            case Decimal(var number) -> number(number);
            case Multi(var elements) -> {
                generator.writeStartArray();
                for (AttributeValue element : elements) {
                    value(element);
                }
                generator.writeEndArray();
            }
            case Complex(var object) -> object(object);
            case Unassigned _ -> generator.writeNull();
        }
    }

    private void object(ComplexValue object) throws IOException {
        generator.writeStartObject();
        for (ComplexValue.Member member : object.members()) {
            generator.writeFieldName(member.name());
            value(member.value());
        }
        generator.writeEndObject();
    }

    /** 100 is written as 100 rather than 1E+2, as long as that stays short. */
    private void number(BigDecimal number) throws IOException {
        boolean shortEnough = Math.abs((long) number.scale()) <= AttributeJson.MAX_EXPONENT;
        generator.writeNumber(shortEnough ? number.toPlainString() : number.toString());
    }
}
