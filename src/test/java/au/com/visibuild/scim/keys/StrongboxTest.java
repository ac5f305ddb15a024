package au.com.visibuild.scim.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrongboxTest {

    @TempDir
    static Path files;

    private static String one = "";
    private static String two = "";

    @BeforeAll
    static void makeKeys() throws NoSuchAlgorithmException, IOException {
        one = key("one");
        two = key("two");
    }

    @Test
    void whatIsLockedIsOpenedForItsUseOnly() {
        Strongbox box = box(one);

        String locked = box.lock("stream 1", "Bearer hush");

        assertThat(locked).doesNotContain("hush").startsWith(box.currentMark());
        assertThat(Strongbox.isLocked(locked)).isTrue();
        assertThat(box.unlock("stream 1", locked)).isEqualTo("Bearer hush");
        assertThat(box.unlock("stream 2", locked)).isNull();
        assertThat(box.lock("stream 1", "Bearer hush")).as("no two look alike").isNotEqualTo(locked);
    }

    @Test
    void whatWasTouchedIsNotOpened() {
        Strongbox box = box(one);
        String locked = box.lock("u", "x");
        char last = locked.charAt(locked.length() - 2);
        String touched = locked.substring(0, locked.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + locked.charAt(locked.length() - 1);

        assertThat(box.unlock("u", touched)).isNull();
        for (String other :
                List.of("", "x", "locked:", "locked:none:AAAA", box.currentMark(), box.currentMark() + "!")) {
            assertThat(box.unlock("u", other)).as(other).isNull();
        }
    }

    @Test
    void allKeysOfTheServiceOpenAndTheCurrentOneLocks() {
        String locked = box(one).lock("u", "x");
        Strongbox rotated = box(two, one);

        assertThat(rotated.unlock("u", locked)).isEqualTo("x");
        assertThat(locked).doesNotStartWith(rotated.currentMark());
        assertThat(rotated.lock("u", "x")).startsWith(rotated.currentMark());
        assertThat(box(two).unlock("u", locked)).as("the old key is gone").isNull();
    }

    private static Strongbox box(String current, String... others) {
        return new Strongbox(new SigningKeys(new SigningConfig() {
            @Override
            public String keyFile() {
                return current;
            }

            @Override
            public Optional<List<String>> otherKeyFiles() {
                return Optional.of(List.of(others));
            }

            @Override
            public String issuer() {
                return "https://issuer.example";
            }
        }));
    }

    private static String key(String name) throws NoSuchAlgorithmException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String body = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Path file = files.resolve(name + ".pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        return file.toString();
    }
}
