package au.com.visibuild.scim.deployment;

import static au.com.visibuild.scim.deployment.Manifests.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is around the pods: network, certificates, database, image, names. */
final class SurroundingRules {

    private static final String SPEC = "/spec/template/spec";
    private static final String LABELS = "/metadata/labels/app.kubernetes.io~1";

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "there is no plain port, and callers reach HTTPS alone",
                    (all, findings) -> {
                        findings.unless(
                                all.setting("QUARKUS_HTTP_INSECURE_REQUESTS").equals("disabled"), "plain port");
                        findings.unless(all.setting("QUARKUS_HTTP_SSL_PORT").equals("8443"), "8443");
                        JsonNode ports = all.one("Service", "visibuild-scim").at("/spec/ports");
                        findings.unless(
                                ports.size() == 1
                                        && ports.at("/0/port").asInt() == 443
                                        && ports.at("/0/targetPort").asText().equals("https"),
                                ports.toString());
                    },
                    all -> all.with(
                            "Service", "visibuild-scim", "/spec/ports/1", Map.of("port", 80, "targetPort", "http"))),
            Rule.of(
                    "the management port is its own and in no service that others can reach",
                    (all, findings) -> {
                        findings.unless(all.setting("QUARKUS_MANAGEMENT_PORT").equals("9443"), "9443");
                        all.kind("Service")
                                .filter(service -> service.toString().contains("\"management\""))
                                .forEach(service -> findings.unless(
                                        service.at("/spec/clusterIP").asText().equals("None"), words(service)));
                    },
                    all -> all.without("Service", "visibuild-scim-management", "/spec/clusterIP")),
            Rule.of(
                    "certificates are PEM files that are looked at again within the hour",
                    (all, findings) -> {
                        findings.unless(
                                all.setting("VISIBUILD_TLS_CERTIFICATE_FILE").startsWith("/certs/")
                                        && all.setting("VISIBUILD_TLS_KEY_FILE").startsWith("/certs/"),
                                "files");
                        String period = all.setting("VISIBUILD_TLS_RELOAD_PERIOD");
                        findings.unless(period.matches("[1-9][0-9]{0,2}s|[1-5]?[0-9]m|1h"), period);
                    },
                    all -> setting(all, "VISIBUILD_TLS_RELOAD_PERIOD", "24h")),
            Rule.of(
                    "certificates are for servers, have a new key each time, are renewed in time",
                    SurroundingRules::certificates,
                    all -> all.with("Certificate", "visibuild-scim", "/spec/renewBefore", "24h")),
            Rule.of(
                    "secrets are mounted as folders that only the service's group reads",
                    SurroundingRules::mounts,
                    all -> all.with(
                            "Deployment", "visibuild-scim", SPEC + "/containers/0/volumeMounts/1/subPath", "tls.crt")),
            Rule.of(
                    "nothing may come in or go out but for what is named",
                    (all, findings) -> {
                        JsonNode spec = all.one("NetworkPolicy", "default-deny").path("spec");
                        findings.unless(
                                spec.path("podSelector").isEmpty()
                                        && spec.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                                        && !spec.has("ingress")
                                        && !spec.has("egress"),
                                spec.toString());
                    },
                    all -> all.with("NetworkPolicy", "default-deny", "/spec/policyTypes", List.of("Ingress"))),
            Rule.of(
                    "callers come in to 8443 and Prometheus to 9443, nobody else",
                    (all, findings) -> {
                        JsonNode in = all.one("NetworkPolicy", "visibuild-scim").at("/spec/ingress");
                        findings.unless(in.size() == 2, in.toString());
                        findings.unless(
                                lets(in.path(0), "ingress", 8443) && lets(in.path(1), "monitoring", 9443), "" + in);
                    },
                    all -> all.with("NetworkPolicy", "visibuild-scim", "/spec/ingress/2", Map.of())),
            Rule.of(
                    "the service reaches names, the database and HTTPS of the public internet, nothing else",
                    SurroundingRules::egress,
                    all -> all.without("NetworkPolicy", "visibuild-scim", "/spec/egress/0/to/0/ipBlock/except/1")),
            Rule.ofProduction(
                    "the gateway hands TLS through to the pods",
                    (all, findings) -> all.kind("Gateway")
                            .forEach(gateway -> gateway.at("/spec/listeners")
                                    .forEach(listener -> findings.unless(
                                            listener.path("protocol").asText().equals("TLS")
                                                    && listener.at("/tls/mode")
                                                            .asText()
                                                            .equals("Passthrough"),
                                            listener.toString()))),
                    all -> all.with("Gateway", "visibuild-scim", "/spec/listeners/0/tls/mode", "Terminate")),
            Rule.of(
                    "the schema is migrated by a job of the same image, and replicas leave it to that",
                    SurroundingRules::migration,
                    all -> setting(all, "VISIBUILD_DATABASE_MIGRATE", "true")),
            Rule.of(
                    "migration and service are different roles of the database",
                    (all, findings) -> findings.unless(
                            !secret(all.service()).equals(secret(job(all)))
                                    && !secret(job(all)).isEmpty(),
                            secret(job(all))),
                    all -> all.with(
                            "Job",
                            "visibuild-scim-migrate",
                            SPEC + "/volumes/2/secret/secretName",
                            "visibuild-scim-database")),
            Rule.of(
                    "the database's certificate is checked, and that it is this host's",
                    (all, findings) -> findings.unless(
                            all.setting("VISIBUILD_DATABASE_URL")
                                    .matches("postgresql://[^@]+\\?sslmode=verify-full&sslrootcert=/certs/.+"),
                            all.setting("VISIBUILD_DATABASE_URL")),
                    all -> setting(all, "VISIBUILD_DATABASE_URL", "postgresql://db:5432/scim?sslmode=require")),
            Rule.of(
                    "passwords are in files and in no environment",
                    SurroundingRules::environment,
                    all -> setting(all, "QUARKUS_DATASOURCE_PASSWORD", "hush")),
            Rule.of(
                    "there is no secret in the repository",
                    (all, findings) -> all.resources()
                            .forEach(each -> findings.unless(
                                    !each.path("kind").asText().equals("Secret")
                                            && !each.toString().contains("PRIVATE KEY"),
                                    words(each))),
                    all -> all.and("{apiVersion: v1, kind: Secret, metadata: {name: leaked}, stringData: {a: b}}")),
            Rule.ofProduction(
                    "production names its image by digest",
                    (all, findings) -> all.ownPods()
                            .forEach(pod -> pod.containers()
                                    .forEach(container -> findings.unless(
                                            container.path("image").asText().matches("[^@:]+@sha256:[0-9a-f]{64}"),
                                            container.path("image").asText()))),
                    all -> all.with(
                            "Deployment",
                            "visibuild-scim",
                            SPEC + "/containers/0/image",
                            "registry.example.com/visibuild-scim:latest")),
            Rule.of(
                    "every resource says what it belongs to",
                    (all, findings) -> all.resources().forEach(each -> labels(each, findings)),
                    all -> all.without("Service", "visibuild-scim", LABELS + "part-of")),
            Rule.of(
                    "no selector names the release",
                    (all, findings) -> all.resources()
                            .forEach(each -> List.of(
                                            "/spec/selector", "/spec/podSelector", "/spec/selector/matchLabels")
                                    .forEach(place -> findings.unless(
                                            !each.at(place).toString().contains("app.kubernetes.io/version"),
                                            words(each)))),
                    all -> all.with(
                            "Service", "visibuild-scim", "/spec/selector/app.kubernetes.io~1version", "1.0.0")));

    private SurroundingRules() {}

    private static void certificates(Manifests all, Rule.Findings findings) {
        all.kind("Certificate").forEach(certificate -> {
            JsonNode spec = certificate.path("spec");
            boolean authority = spec.path("isCA").asBoolean();
            findings.unless(
                    authority || spec.path("usages").toString().equals("[\"server auth\"]"), words(certificate));
            findings.unless(
                    !spec.path("secretName").asText().equals("visibuild-scim-tls")
                            || spec.at("/privateKey/encoding").asText().equals("PKCS8"),
                    words(certificate) + " has a key that cannot be held against it");
            findings.unless(
                    spec.at("/privateKey/rotationPolicy").asText().equals("Always"),
                    words(certificate) + " keeps its key");
            findings.unless(
                    3 * hours(spec.path("renewBefore")) >= hours(spec.path("duration")),
                    words(certificate) + " is renewed late");
            findings.unless(spec.at("/issuerRef/name").isTextual(), words(certificate) + " has no issuer");
        });
    }

    private static void mounts(Manifests all, Rule.Findings findings) {
        for (Manifests.Pod pod : all.pods()) {
            String owner = words(pod.owner());
            findings.unless(pod.spec().at("/securityContext/fsGroup").asInt() > 0, owner + " has no fsGroup");
            for (JsonNode container : pod.containers()) {
                container
                        .path("volumeMounts")
                        .forEach(mount -> findings.unless(!mount.has("subPath"), owner + " " + mount));
            }
            pod.spec()
                    .path("volumes")
                    .valueStream()
                    .filter(volume -> volume.has("secret"))
                    .forEach(volume ->
                            findings.unless(volume.at("/secret/defaultMode").asInt() == 0440, owner + " " + volume));
        }
    }

    private static boolean lets(JsonNode rule, String role, int port) {
        return rule.path("from").size() == 1
                && rule.at("/from/0/namespaceSelector/matchLabels/visibuild.com.au~1role")
                        .asText()
                        .equals(role)
                && rule.path("ports").size() == 1
                && rule.at("/ports/0/port").asInt() == port;
    }

    private static void egress(Manifests all, Rule.Findings findings) {
        JsonNode internet = all.one("NetworkPolicy", "visibuild-scim").at("/spec/egress");
        Set<String> except = internet.at("/0/to/0/ipBlock/except")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        findings.unless(
                internet.size() == 1
                        && internet.at("/0/ports").size() == 1
                        && internet.at("/0/ports/0/port").asInt() == 443,
                internet.toString());
        findings.unless(
                except.containsAll(Set.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")),
                "reaches " + except);
        JsonNode inside = all.one("NetworkPolicy", "visibuild-scim-database").at("/spec/egress");
        Set<Integer> ports =
                inside.findValues("port").stream().map(JsonNode::asInt).collect(Collectors.toSet());
        findings.unless(inside.size() == 2 && ports.equals(Set.of(53, 5432)), inside.toString());
    }

    private static void migration(Manifests all, Rule.Findings findings) {
        JsonNode container = job(all).containers().getFirst();
        findings.unless(container.path("args").toString().equals("[\"migrate\"]"), container.toString());
        findings.unless(
                container
                        .path("image")
                        .equals(all.service().containers().getFirst().path("image")),
                "another image");
        findings.unless(all.setting("VISIBUILD_DATABASE_MIGRATE").equals("false"), "replicas migrate");
    }

    private static void environment(Manifests all, Rule.Findings findings) {
        for (Manifests.Pod pod : all.ownPods()) {
            for (JsonNode container : pod.containers()) {
                findings.unless(
                        !container.has("env")
                                && !container.path("envFrom").toString().contains("secretRef"),
                        words(pod.owner()));
            }
        }
        all.kind("ConfigMap")
                .forEach(map -> map.path("data")
                        .propertyStream()
                        .map(entry -> entry.getKey().toUpperCase(Locale.ROOT))
                        .forEach(name -> findings.unless(!name.contains("PASSWORD"), name)));
        findings.unless(all.setting("QUARKUS_CONFIG_LOCATIONS").startsWith("/secrets/"), "no file");
    }

    private static void labels(JsonNode resource, Rule.Findings findings) {
        for (String label : List.of("name", "instance", "version", "component", "part-of", "managed-by")) {
            findings.unless(!resource.at(LABELS + label).asText().isEmpty(), words(resource) + " has no " + label);
        }
    }

    private static Manifests.Pod job(Manifests all) {
        var owner = all.one("Job", "visibuild-scim-migrate");
        return new Manifests.Pod(owner, owner.path("spec").path("template"));
    }

    /** The secret of the database's login. */
    private static String secret(Manifests.Pod pod) {
        return pod.spec()
                .path("volumes")
                .valueStream()
                .filter(volume -> volume.path("name").asText().equals("database"))
                .map(volume -> volume.at("/secret/secretName").asText())
                .collect(Collectors.joining());
    }

    private static Manifests setting(Manifests all, String variable, String value) {
        return all.with("ConfigMap", "visibuild-scim", "/data/" + variable, value);
    }

    private static int hours(JsonNode duration) {
        return Integer.parseInt(duration.asText("0h").replace("h", ""));
    }
}
