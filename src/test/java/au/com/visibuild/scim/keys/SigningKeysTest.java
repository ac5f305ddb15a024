package au.com.visibuild.scim.keys;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.demo.DemoKeys;
import au.com.visibuild.scim.fixture.BesideTheService;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is replaced by another without anybody being turned away. */
@BesideTheService
class SigningKeysTest {

    @TempDir
    Path directory;

    private String older;
    private String newer;

    @BeforeEach
    void twoKeys() throws IOException, GeneralSecurityException {
        older = keyFile("older.pem");
        newer = keyFile("newer.pem");
    }

    @Test
    void whatTheKeyBeforeSignedIsGoodAsLongAsThatKeyIsPublished() {
        String token = signatures(older).sign("at+jwt", "{\"sub\":\"kim\"}");

        assertThat(signatures(newer, older).verify("at+jwt", token)).isEqualTo("{\"sub\":\"kim\"}");
        assertThat(signatures(newer).verify("at+jwt", token)).isNull();
    }

    @Test
    void theNextKeyIsPublishedAndSignsNothing() {
        SigningKeys keys = keys(older, newer);

        String token = signatures(older, newer).sign("at+jwt", "{}");

        assertThat(keys.publicKeys().getJsonArray("keys")).hasSize(2);
        assertThat(signatures(older).verify("at+jwt", token)).isEqualTo("{}");
        assertThat(signatures(newer).verify("at+jwt", token)).isNull();
    }

    @Test
    void aKeyNamedTwiceIsPublishedOnce() {
        assertThat(keys(older, older).all()).hasSize(1);
    }

    @Test
    void onlyThePublicHalvesArePublished() {
        JsonObject published = keys(older).publicKeys().getJsonArray("keys").getJsonObject(0);

        assertThat(published.fieldNames()).containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e");
        assertThat(published.getString("kid")).isEqualTo(keys(older).current().keyId());
    }

    @Test
    void cursorsOfTheKeyBeforeCanStillBeOpened() {
        String sealed = new Seal(keys(older)).seal("use", "text");

        assertThat(new Seal(keys(newer, older)).open("use", sealed)).isEqualTo("text");
        assertThat(new Seal(keys(newer)).open("use", sealed)).isNull();
        assertThat(new Seal(keys(DemoKeys.SIGNING_KEY)).open("use", sealed)).isNull();
    }

    private static Signatures signatures(String file, String... others) {
        return new Signatures(keys(file, others), config(file, others));
    }

    private static SigningKeys keys(String file, String... others) {
        return new SigningKeys(config(file, others));
    }

    private static SigningConfig config(String file, String... others) {
        return new SigningConfig() {
            @Override
            public String keyFile() {
                return file;
            }

            @Override
            public String issuer() {
                return "https://issuer.example";
            }

            @Override
            public Optional<List<String>> otherKeyFiles() {
                return others.length == 0 ? Optional.empty() : Optional.of(List.of(others));
            }
        };
    }

    private String keyFile(String name) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String encoded = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return Files.writeString(
                        directory.resolve(name),
                        "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n")
                .toString();
    }
}
