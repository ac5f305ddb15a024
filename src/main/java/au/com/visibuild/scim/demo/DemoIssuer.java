package au.com.visibuild.scim.demo;

import au.com.visibuild.scim.keys.Pem;
import au.com.visibuild.scim.keys.SigningKey;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stands for Visibuild's own issuer of JWTs, in dev, demo and tests. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class DemoIssuer {

    private static final Duration LIFETIME = Duration.ofHours(8);

    private final SigningKey key = SigningKey.ofPem(Pem.read(DemoKeys.ISSUER_KEY));
    private final String issuer;
    private final String audience;

    DemoIssuer(
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    /** For an admin of a company, signed in just now. */
    public String companyAdmin(UUID companyId, String subject) {
        return sign(claims("company-admin", subject).claim("company_id", companyId.toString()));
    }

    /** For Visibuild's own people. */
    public String staff(String subject) {
        return sign(claims("staff", subject));
    }

    /** For one of Visibuild's platforms. */
    public String platform(String subject) {
        return sign(claims("platform", subject));
    }

    private JwtClaimsBuilder claims(String group, String subject) {
        Instant now = Instant.now();
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject(subject)
                .groups(Set.of(group))
                .claim("auth_time", now.getEpochSecond())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.keyId())
                .sign(key.privateKey());
    }
}
