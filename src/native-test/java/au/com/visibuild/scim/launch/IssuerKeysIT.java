package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.ProductionKeys;
import au.com.visibuild.scim.fixture.SigningIdp;
import au.com.visibuild.scim.fixture.TestPostgres;
import io.smallrye.jwt.build.Jwt;
import java.util.Set;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

/** The issuer of the JWTs of staff, admins and platforms publishes its keys, which is how most have it. */
class IssuerKeysIT {

    @Test
    void aKeyThatTheIssuerPublishesIsTrustedAndNoOther() {
        PublicJsonWebKey published = SigningIdp.rsa("published");
        PublicJsonWebKey anothers = SigningIdp.rsa("published");
        try (SigningIdp issuer = SigningIdp.publishing(published);
                Instance instance = Artefact.production(TestPostgres.newDatabase())
                        .with("mp.jwt.verify.publickey.location", issuer.jwksUri())
                        .start()
                        .awaitReady()) {

            companies(instance, published, 200);
            companies(instance, anothers, 401);
        }
    }

    private static void companies(Instance instance, PublicJsonWebKey key, int status) {
        String jwt = Jwt.subject("staff-1")
                .groups(Set.of("staff"))
                .issuer(ProductionKeys.ISSUER)
                .audience("visibuild-scim")
                .expiresIn(600)
                .jws()
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
        ProductionCompany.anyone(instance).bearer(jwt).get("/companies").expect(status);
    }
}
