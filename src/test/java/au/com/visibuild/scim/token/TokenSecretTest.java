package au.com.visibuild.scim.token;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.requirement.Requirement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    @Test
    @Requirement("SEC-02")
    void aTokenHasThePrefixAndFortySixBase62Characters() {
        for (int i = 0; i < 200; i++) {
            assertThat(TokenSecret.generate(random).reveal()).matches("vbscim_[0-9A-Za-z]{46}");
        }
    }

    @Test
    void theLastSixCharactersAreTheChecksumOfKeyIdAndRandomPart() {
        // given
        String token = TokenSecret.generate(random).reveal();
        CRC32 crc = new CRC32();
        crc.update(token.substring(7, 47).getBytes(StandardCharsets.US_ASCII));

        // when
        long written = 0;
        for (char digit : token.substring(47).toCharArray()) {
            written = written * 62 + BASE62.indexOf(digit);
        }

        // then
        assertThat(written).isEqualTo(crc.getValue());
    }

    @Test
    @Requirement("SEC-02")
    void noTwoTokensAreAlikeAndAllCharactersOccur() {
        // given
        Set<String> tokens = new HashSet<>();
        Set<Integer> characters = new HashSet<>();

        // when
        for (int i = 0; i < 500; i++) {
            String token = TokenSecret.generate(random).reveal();
            tokens.add(token);
            token.substring(7, 47).chars().forEach(characters::add);
        }

        // then
        assertThat(tokens).hasSize(500);
        assertThat(characters).hasSize(62);
    }

    @Test
    void aTokenIsReadBackWithItsKeyId() {
        // given
        TokenSecret made = TokenSecret.generate(random);

        // when
        TokenSecret read = Objects.requireNonNull(TokenSecret.parse(made.reveal()));

        // then
        assertThat(read.reveal()).isEqualTo(made.reveal());
        assertThat(read.keyId()).isEqualTo(made.reveal().substring(7, 15)).isEqualTo(made.keyId());
    }

    @Test
    @Requirement("SEC-06")
    void theDigestIsSha256OfTheWholeToken() throws Exception {
        TokenSecret made = TokenSecret.generate(random);
        assertThat(made.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(made.reveal().getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void itsTextFormHidesIt() {
        TokenSecret made = TokenSecret.generate(random);
        assertThat(made.toString()).isEqualTo("[secret]");
        assertThat("%s".formatted(new Object[] {made})).doesNotContain(made.reveal());
    }

    @Test
    void aTokenThatLostOrGainedCharactersIsNone() {
        String token = TokenSecret.generate(random).reveal();
        for (int length = 0; length < token.length(); length++) {
            assertThat(TokenSecret.parse(token.substring(0, length))).isNull();
        }
        assertThat(TokenSecret.parse(token.substring(1))).isNull();
        assertThat(TokenSecret.parse(token + "x")).isNull();
        assertThat(TokenSecret.parse(" " + token)).isNull();
    }

    @Test
    void aTokenWithOneOtherCharacterIsNone() {
        String token = TokenSecret.generate(random).reveal();
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'a' ? 'b' : 'a';
            assertThat(TokenSecret.parse(token.substring(0, at) + other + token.substring(at + 1)))
                    .as("other character at %d", at)
                    .isNull();
        }
    }

    @Test
    void charactersOutsideOfBase62AreRefused() {
        String token = TokenSecret.generate(random).reveal();
        for (String odd : new String[] {"-", "_", " ", "é", "٣", "\u0000"}) {
            assertThat(TokenSecret.parse(token.substring(0, 20) + odd + token.substring(21)))
                    .isNull();
        }
    }
}
