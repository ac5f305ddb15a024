package au.com.visibuild.scim.launch;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.BesideTheService;
import au.com.visibuild.scim.fixture.ProductionKeys;
import au.com.visibuild.scim.fixture.TestCertificate;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@BesideTheService
class ProductionGuardTest {

    private final Map<String, String> settings = new HashMap<>(ProductionKeys.settings());

    ProductionGuardTest() {
        settings.put("quarkus.datasource.reactive.url", "postgresql://db/scim");
        settings.put("visibuild.database.url", "postgresql://db/scim");
        settings.put("quarkus.datasource.username", "scim");
        settings.put("visibuild.tls.ends-elsewhere", "true");
    }

    @Test
    void aCompleteProductionPasses() {
        assertThat(problems("prod", false)).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        settings.clear();

        assertThat(String.join("\n", problems("prod", false)))
                .contains(
                        "VISIBUILD_DATABASE_URL",
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_USERNAME",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "VISIBUILD_SIGNING_KEY_FILE",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        "MP_JWT_VERIFY_ISSUER",
                        "VISIBUILD_TLS_CERTIFICATE_FILE",
                        "VISIBUILD_TLS_ENDS_ELSEWHERE");
    }

    @Test
    void aDatabaseUrlThatIsNoneIsNamedWithoutItsPassword() {
        settings.put("quarkus.datasource.reactive.url", "jdbc:postgresql://scim:hush@db/scim");

        assertThat(problems("prod", false))
                .singleElement()
                .asString()
                .contains("The database's URL is none: ", "VISIBUILD_DATABASE_URL")
                .doesNotContain("hush");

        settings.put("quarkus.datasource.reactive.url", "vertx-reactive:postgresql://db/scim");
        assertThat(problems("prod", false)).isEmpty();
    }

    @Test
    void productionWithoutHttpsSaysThatItEndsElsewhere() {
        settings.remove("visibuild.tls.ends-elsewhere");

        assertThat(problems("prod", false)).singleElement().asString().contains("HTTPS has no certificate");
        assertThat(problems("demo", true)).isEmpty();

        settings.put("quarkus.http.tls-configuration-name", "ours");
        assertThat(problems("prod", false)).isEmpty();
    }

    @Test
    void httpsEndsInOnePlaceOnly() {
        TestCertificate certificate = TestCertificate.forThisHost();
        settings.put("visibuild.tls.certificate-file", certificate.file().toString());
        settings.put("visibuild.tls.key-file", certificate.keyFile().toString());
        assertThat(problems("prod", false)).singleElement().asString().contains("Set one of them");

        settings.remove("visibuild.tls.ends-elsewhere");
        assertThat(problems("prod", false)).isEmpty();

        settings.remove("visibuild.tls.key-file");
        assertThat(problems("prod", false)).singleElement().asString().contains("VISIBUILD_TLS_KEY_FILE");
    }

    @Test
    void aCertificateIsRefusedWithAnothersKeyAndAfterItsEnd() {
        TestCertificate one = TestCertificate.forThisHost();
        TestCertificate ended = TestCertificate.ended();
        settings.remove("visibuild.tls.ends-elsewhere");
        settings.put("visibuild.tls.certificate-file", one.file().toString());
        settings.put(
                "visibuild.tls.key-file",
                TestCertificate.forThisHost().keyFile().toString());
        assertThat(problems("prod", false)).singleElement().asString().contains("is not the key of the certificate");

        settings.put("visibuild.tls.certificate-file", ended.file().toString());
        settings.put("visibuild.tls.key-file", ended.keyFile().toString());
        assertThat(problems("prod", false)).singleElement().asString().contains("ended at");
    }

    @Test
    void anUnknownProfileIsProduction() {
        settings.remove("visibuild.signing.key-file");

        assertThat(problems("staging", false)).hasSize(1);
    }

    @Test
    void theDemosSigningKeyIsRefused() {
        settings.put("visibuild.signing.key-file", "classpath:demo/signing-key.pem");

        assertThat(problems("prod", false))
                .singleElement()
                .asString()
                .contains("VISIBUILD_SIGNING_KEY_FILE is one of the demo's");
    }

    @Test
    void theDemosIssuerIsRefused() {
        settings.put("mp.jwt.verify.publickey.location", "classpath:demo/issuer-public-key.pem");

        assertThat(problems("prod", false))
                .singleElement()
                .asString()
                .contains("MP_JWT_VERIFY_PUBLICKEY_LOCATION is one of the demo's");
    }

    @Test
    void aKeyFileThatCannotBeReadIsNamed() {
        settings.put("visibuild.signing.key-file", "/nowhere/key.pem");

        assertThat(problems("prod", false)).singleElement().asString().contains("/nowhere/key.pem");
    }

    @Test
    void theIssuersKeyMayBeGivenAsTextAndNoneMeansThatItIsNot() {
        settings.put("mp.jwt.verify.publickey", "NONE");
        assertThat(problems("prod", false)).isEmpty();

        settings.remove("mp.jwt.verify.publickey.location");
        assertThat(problems("prod", false)).singleElement().asString().contains("MP_JWT_VERIFY_PUBLICKEY_LOCATION");
    }

    @Test
    void theSignInOfThePageMustBeHttps() {
        settings.put("visibuild.page.sign-in-url", "https://app.visibuild.example/login?from=scim");
        assertThat(problems("prod", false)).isEmpty();

        for (String wrong :
                List.of("/demo/sign-in", "http://app.visibuild.example/login", "https://x.example/#a", "?")) {
            settings.put("visibuild.page.sign-in-url", wrong);
            assertThat(problems("prod", false)).singleElement().asString().contains("VISIBUILD_PAGE_SIGN_IN_URL");
        }
    }

    @Test
    void theDemosPackageIsNoProduction() {
        assertThat(guard("prod", true).packageProblems())
                .singleElement()
                .asString()
                .contains("the demo's keys");
    }

    @Test
    void productionsPackageIsNoDemo() {
        for (String profile : List.of("demo", "dev", "test", "prod,demo")) {
            assertThat(guard(profile, false).packageProblems())
                    .singleElement()
                    .asString()
                    .contains("has no demo in it");
        }
    }

    @Test
    void aPackageThatFitsItsProfilePasses() {
        assertThat(guard("prod", false).packageProblems()).isEmpty();
        assertThat(guard("demo", true).packageProblems()).isEmpty();
    }

    private List<String> problems(String profile, boolean demoParts) {
        return guard(profile, demoParts).problems();
    }

    private ProductionGuard guard(String profile, boolean demoParts) {
        return new ProductionGuard(new LaunchSettings(
                LaunchProfile.of(Optional.of(profile), false, demoParts),
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build()));
    }
}
