package au.com.visibuild.scim.token;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.token.TokenClue.Form;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TokenClueTest {

    private static final TokenSecret SECRET = TokenSecret.generate(new SecureRandom());
    private static final String TOKEN = SECRET.reveal();

    @Test
    void aRightTokenIsKnownInEachWrongForm() {
        expect("Bearer " + TOKEN, Form.PLAIN);
        expect("bearer  " + TOKEN + "  ", Form.PLAIN);
        expect("Bearer Bearer " + TOKEN, Form.DOUBLED_BEARER);
        expect("Bearer bearer Bearer " + TOKEN, Form.DOUBLED_BEARER);
        expect("Bearer \"" + TOKEN + "\"", Form.QUOTED);
        expect("Bearer “" + TOKEN + "”", Form.QUOTED);
        expect("Bearer <" + TOKEN + ">", Form.QUOTED);
        expect("Bearer " + TOKEN.substring(0, 20) + "\t" + TOKEN.substring(20), Form.BLANKS);
        expect("Bearer " + TOKEN + "%20", Form.BLANKS);
        expect(TOKEN, Form.NO_SCHEME);
        expect("Token " + TOKEN, Form.NOT_BEARER);
        expect("Basic " + basic("user:" + TOKEN), Form.NOT_BEARER);
        expect("Basic " + basic(TOKEN + ":"), Form.NOT_BEARER, false);
    }

    @Test
    void aDamagedTokenIsKnownByItsKeyIdAndNothingElse() {
        for (String damaged : List.of(
                TOKEN.substring(0, 15),
                TOKEN.substring(0, 40),
                TOKEN + "x",
                TOKEN.substring(0, 30) + "." + TOKEN.substring(31))) {
            TokenClue clue = Objects.requireNonNull(TokenClue.in(List.of("Bearer " + damaged)));
            assertThat(clue.keyId()).isEqualTo(SECRET.keyId());
            assertThat(clue.matches(SECRET.digest())).isFalse();
            assertThat(clue.length()).isEqualTo(damaged.length());
            assertThat(clue.toString()).doesNotContain(SECRET.keyId());
        }
    }

    @Test
    void whatNamesNoKeyIdIsNoClue() {
        assertThat(TokenClue.in(List.of())).isNull();
        for (String header : List.of(
                "",
                "Bearer",
                "Bearer abc",
                "Bearer vbscim_1234567",
                "Bearer vbscim_12-45678",
                "Basic %%%",
                "Basic dXNlcjpwYXNz")) {
            assertThat(TokenClue.in(List.of(header))).as(header).isNull();
        }
        assertThat(TokenClue.in(List.of("Bearer " + "x".repeat(5_000) + TOKEN))).isNull();
    }

    @Test
    void oneOfSeveralHeadersIsEnough() {
        TokenClue clue = Objects.requireNonNull(TokenClue.in(List.of("Basic eDp5", "Bearer " + TOKEN)));
        assertThat(clue.form()).isEqualTo(Form.SEVERAL_HEADERS);
        assertThat(clue.matches(SECRET.digest())).isTrue();
    }

    private static void expect(String header, Form form) {
        expect(header, form, true);
    }

    private static void expect(String header, Form form, boolean whole) {
        TokenClue clue = Objects.requireNonNull(TokenClue.in(List.of(header)), form.name());
        assertThat(clue.form()).isEqualTo(form);
        assertThat(clue.keyId()).isEqualTo(SECRET.keyId());
        assertThat(clue.matches(SECRET.digest())).as("%s", form).isEqualTo(whole);
    }

    private static String basic(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
