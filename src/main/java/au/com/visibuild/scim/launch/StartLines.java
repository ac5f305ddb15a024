package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.demo.DemoCompany;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

/** Says on standard output where the demo is and how to get in, once it listens. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "demo"})
class StartLines {

    void print(@ObservesAsync HttpServerStart listening) {
        String host = listening.options().getHost();
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String base = "http://" + (everywhere ? "localhost" : host) + ":"
                + listening.options().getPort();
        System.out.println("SCIM endpoint: " + base + "/scim_v2/\nSCIM token: " + DemoCompany.SCIM_TOKEN
                + "\nSettings page: " + base + "/settings/identity-management/scim");
    }
}
