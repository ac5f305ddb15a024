package au.com.visibuild.scim.protocol.schema;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.resource.Meta;
import au.com.visibuild.scim.protocol.resource.ResourceVersion;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7643 §8.1 to §8.3 go in and come out, but for what a service must not take or give. */
class RfcExamplesTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static final ResourceVersion VERSION = new ResourceVersion(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rfc/7643-8.1-minimal-user.json",
                "/rfc/7643-8.2-user.json",
                "/rfc/7643-8.3-enterprise-user.json"
            })
    void theExampleUserIsValidAndKeepsEverythingThatIsTheClients(String file) throws IOException {
        ComplexValue example = read(file);

        ComplexValue attributes = new ResourceValidator(CoreSchemas.USER_TYPE).validate(example);
        ScimResource resource = new ScimResource(requireNonNull(example.text("id")), attributes, metaOf(example));
        ComplexValue shown = resource.representation("https://example.com/v2/Users/" + resource.id());

        ComplexValue expected =
                withOurVersion(withoutManagersName(example.without("password").without("groups")));
        assertThat(shown).isEqualTo(expected);
        assertThat(AttributeJson.parseStored(AttributeJson.write(shown))).isEqualTo(expected);
    }

    /** The examples' versions are opaque; ours count. */
    private static ComplexValue withOurVersion(ComplexValue user) {
        ComplexValue meta = ((Complex) requireNonNull(user.get("meta"))).value();
        return user.with("meta", new Complex(meta.with("version", AttributeValue.text(VERSION.etag()))));
    }

    private static ComplexValue withoutManagersName(ComplexValue user) {
        if (!(user.get(ENTERPRISE) instanceof Complex(var extension))) {
            return user;
        }
        Complex manager = (Complex) requireNonNull(extension.get("manager"));
        return user.with(
                ENTERPRISE,
                new Complex(
                        extension.with("manager", new Complex(manager.value().without("displayName")))));
    }

    private static Meta metaOf(ComplexValue user) {
        ComplexValue meta = ((Complex) requireNonNull(user.get("meta"))).value();
        return new Meta(
                "User",
                Instant.parse(requireNonNull(meta.text("created"))),
                Instant.parse(requireNonNull(meta.text("lastModified"))),
                VERSION);
    }

    private static ComplexValue read(String file) throws IOException {
        try (InputStream stream = requireNonNull(RfcExamplesTest.class.getResourceAsStream(file))) {
            return AttributeJson.parseObject(stream.readAllBytes());
        }
    }
}
