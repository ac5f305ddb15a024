package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Unassigned;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.error.ScimType;
import au.com.visibuild.scim.requirement.Requirement;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeJsonTest {

    @Test
    @Requirement("FMT-01")
    void everyKindOfValueIsReadAndWrittenInItsOrder() {
        String json =
                "{\"z\":\"t\\\"\\u00e9\uD83D\uDE00\",\"a\":[true,false,null],\"n\":{\"i\":100,\"d\":-1.50},\"e\":[],\"o\":{}}";

        ComplexValue object = AttributeJson.parseObject(utf8(json));

        assertThat(object.get("z")).isEqualTo(AttributeValue.text("t\"é\uD83D\uDE00"));
        assertThat(object.get("A")).isEqualTo(Multi.of(Bool.TRUE, Bool.FALSE, new Unassigned()));
        assertThat(AttributeJson.write(object)).isEqualTo(json.replace("\\u00e9", "é"));
        assertThat(AttributeJson.writeBytes(object)).isEqualTo(utf8(json.replace("\\u00e9", "é")));
    }

    @Test
    void aValueThatIsNoObjectIsReadOnlyWhereAnyValueMayStand() {
        assertThat(AttributeJson.parse(utf8(" 1e2 "))).isEqualTo(new Decimal(new BigDecimal("100")));
        assertThat(AttributeJson.parse(utf8("\"x\""))).isEqualTo(AttributeValue.text("x"));
        assertThat(refusal("[]")).isEqualTo("The body must be a JSON object.");
        assertThat(refusal("null")).isEqualTo("The body must be a JSON object.");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(AttributeJson.parseObject(utf8("\uFEFF{\"a\":1}")).has("a")).isTrue();
    }

    @Test
    void aFaultIsToldByLineColumnAndPlace() {
        assertThat(refusal("{\"Operations\": [\n  {\"op\": \"add\"},\n  {\"value\": flase}]}"))
                .isEqualTo("Not valid JSON at line 3, column 13, in Operations[1].value.");
        assertThat(refusal("{\"urn:a:User\": {\"manager\": {\"value\": \"\\u0000\"}}}"))
                .isEqualTo("A string has a NUL character at line 1, column 38, in urn:a:User:manager.value.");
        assertThat(refusal("{\"emails\": [{\"value\": \"a\"}], \"title\": }"))
                .isEqualTo("Not valid JSON at line 1, column 39, in title.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":[",
                "{\"a\":\"x",
                "{\"a\":tru",
                "[1,",
                "{\"a\":\"\\u00"
            })
    void aCutOffBodyIsRefused(String json) {
        assertThat(refusal(json)).containsAnyOf("ends before it is complete", "Not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":TRUE}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{\"a\":1}{}",
                "// c\n{}",
                "{\"a\":[1 2]}",
                "]",
                "}",
                "{\"a\":0x1}",
                "{\"a\":[}",
                "{1:2}",
                "{\"a\":1//\n}",
                "{\"a\":\"\t\"}",
                "{\"a\":-}",
                "{\"a\":1e}"
            })
    @Requirement({"CR-08", "FMT-01"})
    void whatIsNotJsonIsRefused(String json) {
        assertThat(refusal(json)).containsAnyOf("Not valid JSON", "Text after the end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\uFEFF"})
    void anEmptyBodyIsRefused(String json) {
        assertThat(refusal(json)).isEqualTo("The body is empty; a JSON object is expected.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"active\":true,\"active\":false}",
                "{\"active\":true,\"ACTIVE\":false}",
                "{\"active\":null,\"\\u0061ctive\":true}"
            })
    void aMemberThatAppearsTwiceIsRefused(String json) {
        assertThat(refusal(json)).startsWith("The member appears twice").containsIgnoringCase(", in active.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"\\u0000\"}|A string has a NUL character",
                "{\"a\":\"\\uD800\"}|A string has half of a surrogate pair",
                "{\"a\":\"\\uDC00\\uD800\"}|A string has half of a surrogate pair",
                "{\"a\":\"\\uD800x\"}|A string has half of a surrogate pair",
                "{\"\\u0000\":1}|A name has a NUL character",
                "{\"\\uDFFF\":1}|A name has half of a surrogate pair"
            })
    void unsoundTextIsRefused(String json, String fault) {
        assertThat(refusal(json)).startsWith(fault + " at line 1, column ");
    }

    @Test
    @Requirement("FMT-01")
    void whatIsNotUtf8IsRefusedByItsPosition() {
        byte[][] sequences = {
            {(byte) 0xFF},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            {(byte) 0xC3, '"'},
            {(byte) 0x80}
        };
        for (byte[] sequence : sequences) {
            assertThat(refusal(concat(utf8("{\n\"é\":\""), sequence, utf8("\"}"))))
                    .isEqualTo("The body is not UTF-8 at line 2, column 6.");
        }
        assertThat(refusal(concat(utf8("{\"a\":\""), new byte[] {(byte) 0xE2, (byte) 0x82})))
                .startsWith("The body is not UTF-8");
        assertThat(refusal("{\"a\":1}".getBytes(StandardCharsets.UTF_16))).startsWith("The body is not UTF-8");
    }

    @Test
    void depthIsLimited() {
        int most = AttributeJson.MAX_DEPTH - 1;
        assertThat(AttributeJson.parseObject(utf8("{\"a\":" + "[".repeat(most) + "]".repeat(most) + "}"))
                        .has("a"))
                .isTrue();
        assertThat(refusal("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}"))
                .startsWith("Nested deeper than 32 at line 1, column 37, in a[0][0]");
    }

    @Test
    void hostileBodiesAreRefusedInBoundedTime() {
        String[] hostile = {
            "[".repeat(10_000),
            "{\"a\":".repeat(10_000),
            "[".repeat(5_000_000),
            "{\"a\":" + "9".repeat(1_000_000) + "}",
            "{\"a\":1e" + "9".repeat(1_000_000) + "}",
            "{\"a\":0." + "9".repeat(1_000_000) + "}",
            "{\"" + "a".repeat(1_000_000) + "\":1}",
            "{\"a\":[" + "1,".repeat(1_000_000) + "1]}",
            "{\"a\":[" + "{},".repeat(20_001) + "1]}"
        };
        for (String json : hostile) {
            String start = json.substring(0, 10);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThat(refusal(json)).as(start).hasSizeLessThan(300));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "0e1000000000", "1e99999999999", "-1E401", "1e-401"})
    void aNumberOfManyPowersOfTenIsRefused(String number) {
        assertThat(refusal("{\"a\":{\"b\":" + number + "}}"))
                .isEqualTo("A number is too large or too small at line 1, column 11, in a.b.");
    }

    @Test
    void aNumberWithinTheLimitsIsWrittenPlainly() {
        ComplexValue object = AttributeJson.parseObject(utf8("{\"a\":1E+2,\"b\":1e-3,\"c\":" + "9".repeat(100) + "}"));

        assertThat(AttributeJson.write(object)).isEqualTo("{\"a\":100,\"b\":0.001,\"c\":" + "9".repeat(100) + "}");
        assertThat(refusal("{\"c\":" + "9".repeat(101) + "}"))
                .contains("too long")
                .contains("line 1");
    }

    @Test
    void aHugeNumberOfTheServicesOwnIsWrittenShort() {
        ComplexValue object = ComplexValue.EMPTY.with("a", new Decimal(new BigDecimal("1e1000000000")));

        assertThat(AttributeJson.write(object)).isEqualTo("{\"a\":1E+1000000000}");
    }

    @Test
    void aStoredDocumentMayHaveMoreMembersThanABody() {
        String json = "{\"a\":[" + "1,".repeat(30_000) + "1]}";

        assertThat(AttributeJson.parseStored(json).get("a")).isInstanceOf(Multi.class);
        assertThat(refusal(json))
                .startsWith("More than 20000 members and elements at line 1")
                .contains("in a[");
    }

    @Test
    void aLongStringIsReadWhole() {
        String text = "x".repeat(1_048_576);

        assertThat(AttributeJson.parseObject(utf8("{\"userName\":\"" + text + "\"}"))
                        .text("userName"))
                .isEqualTo(text);
    }

    @Test
    @Requirement({"AT-22", "US-07"})
    void aRefusalNeverRepeatsAValue() {
        String[] bodies = {
            "{\"password\":\"t1meMa$heen",
            "{\"password\":t1meMa$heen}",
            "{\"password\":\"t1meMa$heen\\q\"}",
            "{\"password\":\"t1meMa$heen\\u0000\"}",
            "{\"password\":\"t1meMa$heen\",\"password\":\"t1meMa$heen\"}",
            "{\"password\":\"t1meMa$heen\"} t1meMa$heen",
            "{\"password\":\"t1meMa$heen\n\"}",
            "\"t1meMa$heen\""
        };
        for (String body : bodies) {
            assertThat(refusal(body)).doesNotContain("t1me").doesNotContain("heen");
        }
    }

    @Test
    void noBytesWhateverMakeItFailInAnotherWay() {
        Random random = new Random(7643);
        byte[] valid =
                utf8("{\"schemas\":[\"urn:a\"],\"n\":[1.5e3,-0,null,true,{\"é\":\"\\uD83D\\uDE00\uD83D\uDE00\"}]}");
        int accepted = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] mutant = Arrays.copyOf(valid, 1 + random.nextInt(valid.length));
            for (int n = random.nextInt(4); n > 0; n--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            try {
                ComplexValue object = AttributeJson.parseObject(mutant);
                assertThat(AttributeJson.parseObject(AttributeJson.writeBytes(object)))
                        .isEqualTo(object);
                accepted++;
            } catch (ScimException e) {
                assertThat(e.error().scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
            }
        }
        assertThat(accepted).isPositive();
    }

    private static String refusal(String json) {
        return refusal(utf8(json));
    }

    private static String refusal(byte[] json) {
        ScimException thrown = catchThrowableOfType(ScimException.class, () -> AttributeJson.parseObject(json));
        assertThat(thrown).as("refusal").isNotNull();
        assertThat(thrown.error().status()).isEqualTo(400);
        assertThat(thrown.error().scimType()).isEqualTo(ScimType.INVALID_SYNTAX);
        return thrown.error().detail();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
