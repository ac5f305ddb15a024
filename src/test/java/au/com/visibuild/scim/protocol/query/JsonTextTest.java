package au.com.visibuild.scim.protocol.query;

import static au.com.visibuild.scim.protocol.filter.Samples.array;
import static au.com.visibuild.scim.protocol.filter.Samples.object;
import static au.com.visibuild.scim.protocol.filter.Samples.value;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void everyShapeIsWritten() {
        AttributeValue number = new AttributeValue.Decimal(new BigDecimal("1.50"));

        assertThat(JsonText.of(value(
                        object("a", array("x", true, number), "b", object(), "c", new AttributeValue.Unassigned()))))
                .isEqualTo("{\"a\":[\"x\",true,1.50],\"b\":{},\"c\":null}");
    }

    @Test
    void quotesBackslashesAndControlCharactersAreEscaped() {
        assertThat(JsonText.of(value("\"\\\n\u001fé😀"))).isEqualTo("\"\\\"\\\\\\u000a\\u001fé😀\"");
    }
}
