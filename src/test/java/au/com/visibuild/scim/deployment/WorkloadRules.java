package au.com.visibuild.scim.deployment;

import static au.com.visibuild.scim.deployment.Manifests.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Pods: what they may do, how they are watched, stopped, replaced, spread and sized. */
final class WorkloadRules {

    private static final String SPEC = "/spec/template/spec";
    private static final String CONTAINER = SPEC + "/containers/0";
    private static final Set<String> VOLUMES = Set.of("emptyDir", "projected", "secret", "configMap");

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "the namespace enforces the restricted standard",
                    (all, findings) -> all.kind("Namespace")
                            .forEach(namespace -> findings.unless(
                                    namespace
                                            .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                                            .asText()
                                            .equals("restricted"),
                                    words(namespace))),
                    all -> all.with(
                            "Namespace",
                            "visibuild-scim",
                            "/metadata/labels/pod-security.kubernetes.io~1enforce",
                            "baseline")),
            pods(
                    "pods do not run as root, by a number",
                    pod -> pod.at("/securityContext/runAsNonRoot").asBoolean()
                            && pod.at("/securityContext/runAsUser").asInt() > 0,
                    all -> service(all, SPEC + "/securityContext/runAsUser", 0)),
            pods(
                    "pods have the runtime's seccomp profile",
                    pod -> pod.at("/securityContext/seccompProfile/type")
                            .asText()
                            .equals("RuntimeDefault"),
                    all -> all.without("Deployment", "visibuild-scim", SPEC + "/securityContext/seccompProfile")),
            pods(
                    "pods use nothing of their node",
                    pod -> !pod.has("hostNetwork") && !pod.has("hostPID") && !pod.has("hostIPC"),
                    all -> service(all, SPEC + "/hostNetwork", true)),
            pods(
                    "pods mount no volume but those of the standard",
                    pod -> pod.path("volumes")
                            .valueStream()
                            .allMatch(volume -> volume.propertyStream()
                                    .map(Map.Entry::getKey)
                                    .allMatch(name -> name.equals("name") || VOLUMES.contains(name))),
                    all -> service(
                            all, SPEC + "/volumes/0", Map.of("name", "tmp", "hostPath", Map.of("path", "/tmp")))),
            containers(
                    "containers cannot gain privileges",
                    container -> container
                                    .at("/securityContext/allowPrivilegeEscalation")
                                    .toString()
                                    .equals("false")
                            && !container.at("/securityContext/privileged").asBoolean(),
                    all -> all.without(
                            "Deployment", "visibuild-scim", CONTAINER + "/securityContext/allowPrivilegeEscalation")),
            containers(
                    "containers drop all capabilities and add none",
                    container -> container
                                    .at("/securityContext/capabilities/drop")
                                    .toString()
                                    .equals("[\"ALL\"]")
                            && !container.at("/securityContext/capabilities").has("add"),
                    all -> service(all, CONTAINER + "/securityContext/capabilities/drop", List.of("NET_RAW"))),
            containers(
                    "containers cannot write their file system",
                    container -> container
                            .at("/securityContext/readOnlyRootFilesystem")
                            .asBoolean(),
                    all -> service(all, CONTAINER + "/securityContext/readOnlyRootFilesystem", false)),
            Rule.of(
                    "pods have no token of the cluster, their account is their own and has no role",
                    WorkloadRules::accounts,
                    all -> service(all, SPEC + "/automountServiceAccountToken", true)),
            Rule.of(
                    "nobody is given a role in the cluster",
                    (all, findings) -> all.resources()
                            .forEach(each ->
                                    findings.unless(!each.path("kind").asText().contains("Role"), words(each))),
                    all -> all.and("""
                            apiVersion: rbac.authorization.k8s.io/v1
                            kind: RoleBinding
                            metadata: {name: too-much}
                            """)),
            Rule.of(
                    "three probes ask the management port by HTTPS, and wait two seconds",
                    (all, findings) -> List.of("startup", "liveness", "readiness")
                            .forEach(kind -> probe(all.service().containers().getFirst(), kind, findings)),
                    all -> service(all, CONTAINER + "/livenessProbe/httpGet/port", "https")),
            Rule.of(
                    "a start may take a minute",
                    (all, findings) -> {
                        JsonNode probe = all.service().containers().getFirst().path("startupProbe");
                        findings.unless(
                                probe.path("periodSeconds").asInt() == 2
                                        && probe.path("failureThreshold").asInt() == 30,
                                probe.toString());
                    },
                    all -> service(all, CONTAINER + "/startupProbe/failureThreshold", 3)),
            Rule.of(
                    "liveness asks the process and never the database",
                    (all, findings) -> findings.unless(
                            path(all, "liveness").equals("/q/health/live")
                                    && path(all, "readiness").equals("/q/health/ready"),
                            path(all, "liveness")),
                    all -> service(all, CONTAINER + "/livenessProbe/httpGet/path", "/q/health/ready")),
            Rule.of(
                    "a pod has longer to end than its shutdown takes",
                    (all, findings) -> {
                        int grace = all.service()
                                .spec()
                                .path("terminationGracePeriodSeconds")
                                .asInt();
                        int needed = seconds(all.setting("QUARKUS_SHUTDOWN_DELAY"))
                                + seconds(all.setting("QUARKUS_SHUTDOWN_TIMEOUT"));
                        findings.unless(needed >= 25 && grace > needed, grace + " s for " + needed);
                    },
                    all -> service(all, SPEC + "/terminationGracePeriodSeconds", 25)),
            Rule.of(
                    "a rollout takes no replica away before the next one works",
                    (all, findings) -> {
                        JsonNode spec = all.service().owner().path("spec");
                        JsonNode update = spec.at("/strategy/rollingUpdate");
                        findings.unless(
                                update.path("maxUnavailable").toString().equals("0")
                                        && update.path("maxSurge").asInt() == 1
                                        && spec.path("minReadySeconds").asInt() == 10
                                        && spec.path("revisionHistoryLimit").asInt() == 5,
                                update.toString());
                    },
                    all -> service(all, "/spec/strategy/rollingUpdate/maxUnavailable", 1)),
            Rule.ofProduction(
                    "production has at least three replicas",
                    (all, findings) -> findings.unless(
                            all.service().owner().at("/spec/replicas").asInt(3) >= 3
                                    && all.one("HorizontalPodAutoscaler", "visibuild-scim")
                                                    .at("/spec/minReplicas")
                                                    .asInt()
                                            >= 3,
                            "fewer"),
                    all -> all.with("HorizontalPodAutoscaler", "visibuild-scim", "/spec/minReplicas", 1)),
            Rule.of(
                    "replicas are spread over zones and hosts, each release by itself",
                    WorkloadRules::spread,
                    all -> all.without("Deployment", "visibuild-scim", SPEC + "/topologySpreadConstraints/0")),
            Rule.of(
                    "one replica at a time may be evicted, and a broken one always",
                    (all, findings) -> {
                        JsonNode budget =
                                all.one("PodDisruptionBudget", "visibuild-scim").path("spec");
                        findings.unless(
                                budget.path("maxUnavailable").asInt() == 1
                                        && !budget.has("minAvailable")
                                        && budget.path("unhealthyPodEvictionPolicy")
                                                .asText()
                                                .equals("AlwaysAllow"),
                                budget.toString());
                    },
                    all -> all.without("PodDisruptionBudget", "visibuild-scim", "/spec/unhealthyPodEvictionPolicy")),
            Rule.ofProduction(
                    "the autoscaler goes by processor time from 3 to 10 and comes down slowly",
                    WorkloadRules::autoscaler,
                    all -> all.with(
                            "HorizontalPodAutoscaler",
                            "visibuild-scim",
                            "/spec/behavior/scaleDown/stabilizationWindowSeconds",
                            10)),
            Rule.ofProduction(
                    "all replicas together, and one more during a rollout, have fewer connections than the database",
                    WorkloadRules::connections,
                    all -> all.with("HorizontalPodAutoscaler", "visibuild-scim", "/spec/maxReplicas", 100)),
            containers(
                    "containers ask for processor and memory, and only memory is limited",
                    container -> {
                        JsonNode resources = container.path("resources");
                        return resources.at("/requests").has("cpu")
                                && resources.at("/requests").has("memory")
                                && resources.at("/limits").has("memory")
                                && !resources.at("/limits").has("cpu");
                    },
                    all -> service(all, CONTAINER + "/resources/limits/cpu", "1")),
            pods(
                    "there is nothing beside the service in its pod",
                    pod -> pod.path("containers").size() == 1 && !pod.has("initContainers"),
                    all -> service(all, SPEC + "/containers/1", Map.of("name", "proxy", "image", "proxy"))));

    private WorkloadRules() {}

    private static Rule pods(String name, Predicate<JsonNode> fine, UnaryOperator<Manifests> example) {
        return Rule.of(
                name,
                (all, findings) -> {
                    findings.unless(!all.pods().isEmpty(), "no pod");
                    all.pods().forEach(pod -> findings.unless(fine.test(pod.spec()), words(pod.owner())));
                },
                example);
    }

    private static Rule containers(String name, Predicate<JsonNode> fine, UnaryOperator<Manifests> example) {
        return Rule.of(
                name,
                (all, findings) -> all.pods()
                        .forEach(pod -> pod.containers()
                                .forEach(container -> findings.unless(fine.test(container), words(pod.owner())))),
                example);
    }

    private static void accounts(Manifests all, Rule.Findings findings) {
        for (Manifests.Pod pod : all.pods()) {
            findings.unless(
                    pod.spec().path("automountServiceAccountToken").toString().equals("false"), words(pod.owner()));
        }
        for (Manifests.Pod pod : all.ownPods()) {
            JsonNode account = all.one(
                    "ServiceAccount", pod.spec().path("serviceAccountName").asText("default"));
            findings.unless(
                    account.path("automountServiceAccountToken").toString().equals("false"), words(account));
        }
    }

    private static void probe(JsonNode container, String kind, Rule.Findings findings) {
        JsonNode probe = container.path(kind + "Probe");
        findings.unless(
                probe.at("/httpGet/port").asText().equals("management")
                        && probe.at("/httpGet/scheme").asText().equals("HTTPS")
                        && probe.path("timeoutSeconds").asInt() == 2,
                kind + " " + probe);
    }

    private static void spread(Manifests all, Rule.Findings findings) {
        JsonNode constraints = all.service().spec().path("topologySpreadConstraints");
        for (String key : List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")) {
            findings.unless(
                    constraints
                            .valueStream()
                            .anyMatch(one -> one.path("topologyKey").asText().equals(key)
                                    && one.path("maxSkew").asInt() == 1
                                    && one.path("whenUnsatisfiable").asText().equals("ScheduleAnyway")
                                    && one.path("matchLabelKeys").toString().equals("[\"pod-template-hash\"]")),
                    key);
        }
    }

    private static void autoscaler(Manifests all, Rule.Findings findings) {
        JsonNode spec = all.one("HorizontalPodAutoscaler", "visibuild-scim").path("spec");
        findings.unless(
                spec.at("/metrics/0/resource/name").asText().equals("cpu")
                        && spec.at("/metrics/0/resource/target/averageUtilization")
                                        .asInt()
                                == 70
                        && spec.path("minReplicas").asInt() == 3
                        && spec.path("maxReplicas").asInt() == 10
                        && spec.at("/behavior/scaleDown/stabilizationWindowSeconds")
                                        .asInt()
                                == 300,
                spec.toString());
        findings.unless(
                !all.service().owner().path("spec").has("replicas"), "the Deployment must not name a number, too");
    }

    private static void connections(Manifests all, Rule.Findings findings) {
        JsonNode autoscaler = all.one("HorizontalPodAutoscaler", "visibuild-scim");
        int limit = autoscaler
                .at("/metadata/annotations/visibuild.com.au~1database-connections")
                .asInt();
        int pool = Integer.parseInt(all.setting("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE"));
        int most = (autoscaler.at("/spec/maxReplicas").asInt() + 1) * pool;
        findings.unless(most <= limit, most + " connections, and the database has " + limit);
    }

    private static Manifests service(Manifests all, String pointer, Object value) {
        return all.with("Deployment", "visibuild-scim", pointer, value);
    }

    private static String path(Manifests all, String kind) {
        return all.service()
                .containers()
                .getFirst()
                .at("/" + kind + "Probe/httpGet/path")
                .asText();
    }

    private static int seconds(String text) {
        return Integer.parseInt(text.replace("s", ""));
    }
}
