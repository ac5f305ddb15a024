package au.com.visibuild.scim.launch;

import static au.com.visibuild.scim.launch.KnownSetting.duration;
import static au.com.visibuild.scim.launch.KnownSetting.durations;
import static au.com.visibuild.scim.launch.KnownSetting.files;
import static au.com.visibuild.scim.launch.KnownSetting.flag;
import static au.com.visibuild.scim.launch.KnownSetting.number;
import static au.com.visibuild.scim.launch.KnownSetting.text;
import static au.com.visibuild.scim.launch.KnownSetting.url;
import static au.com.visibuild.scim.launch.KnownSetting.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Every setting of the service, with what its values may be. All are looked at before anything starts, so that one
 * message names all that is wrong. A test holds that no setting is missing here.
 */
final class KnownSettings {

    private static final String PREFIX = "visibuild.";

    static final List<KnownSetting> ALL = List.of(
            new KnownSetting("visibuild.database.url", DatabaseSettings::tlsFault),
            duration("visibuild.database.wait", "PT0S", "PT1H"),
            flag("visibuild.database.migrate"),
            duration("visibuild.database.acquire-timeout", "PT0.1S", "PT1M"),
            duration("visibuild.database.statement-timeout", "PT0S", "PT5M"),
            number("visibuild.database.waiting", 1, 100_000),
            files("visibuild.tls.certificate-file"),
            files("visibuild.tls.key-file"),
            duration("visibuild.tls.reload-period", "PT0.1S", "PT1H"),
            words("visibuild.tls.protocols", Set.of("TLSv1.3", "TLSv1.2")),
            flag("visibuild.tls.management"),
            flag("visibuild.tls.ends-elsewhere"),
            text("visibuild.signing.key-file"),
            files("visibuild.signing.other-key-files"),
            url("visibuild.signing.issuer", "https"),
            duration("visibuild.token.lifetime", "PT1H", "PT87600H"),
            number("visibuild.token.replacements-an-hour", 1, 1_000_000),
            duration("visibuild.token.use-flush-interval", "PT0.1S", "PT1H"),
            duration("visibuild.session.lifetime", "PT1M", "PT8760H"),
            duration("visibuild.session.access-token-lifetime", "PT1S", "PT1H"),
            duration("visibuild.session.retention", "PT0S", "PT87600H"),
            text("visibuild.session.audience"),
            duration("visibuild.outbox.poll-interval", "PT0.01S", "PT1H"),
            number("visibuild.outbox.batch", 1, 1_000),
            duration("visibuild.outbox.retention", "PT0S", "PT87600H"),
            url("visibuild.signal.receiver-url", "https", "http"),
            text("visibuild.signal.receiver-authorization"),
            text("visibuild.signal.audience"),
            text("visibuild.signal.kafka.brokers"),
            text("visibuild.signal.kafka.topic"),
            text("visibuild.signal.kafka.audience"),
            duration("visibuild.signal.timeout", "PT0.1S", "PT5M"),
            duration("visibuild.signal.verification-interval", "PT0S", "PT24H"),
            duration("visibuild.signal.long-poll", "PT0S", "PT5M"),
            number("visibuild.signal.streams", 1, 10_000),
            duration("visibuild.signal.poll-interval", "PT0.01S", "PT1H"),
            number("visibuild.signal.window", 1, 1_000),
            duration("visibuild.signal.lease", "PT0.1S", "PT1H"),
            durations("visibuild.signal.retries", "PT0.001S", "PT720H"),
            duration("visibuild.signal.retention", "PT0S", "PT87600H"),
            duration("visibuild.signal.hold", "PT1M", "PT87600H"),
            duration("visibuild.signal.inactivity", "PT1M", "PT87600H"),
            duration("visibuild.housekeeping.interval", "PT0.1S", "PT24H"),
            flag("visibuild.outbound.private-addresses"),
            flag("visibuild.outbound.http-to-loopback"),
            flag("visibuild.provisioning.tolerant"),
            text("visibuild.provisioning.tolerances-off"),
            text("visibuild.page.sign-in-url"),
            duration("visibuild.page.recent-sign-in", "PT1S", "PT24H"),
            text("visibuild.page.contact"),
            duration("visibuild.log.retention", "PT24H", "PT876000H"),
            duration("visibuild.log.sweep-interval", "PT1S", "PT24H"),
            number("visibuild.log.sweep-batch", 1, 100_000),
            number("visibuild.log.export-rows", 1, 10_000_000),
            duration("visibuild.connection.flush-interval", "PT0.1S", "PT1H"),
            duration("visibuild.connection.retention", "PT1H", "PT87600H"),
            number("visibuild.connection.refused-an-hour", 0, 1_000_000),
            number("visibuild.connection.accepted-an-hour", 0, 1_000_000),
            duration("visibuild.connection.sweep-interval", "PT1S", "PT24H"),
            number("visibuild.connection.sweep-batch", 1, 100_000),
            flag("visibuild.metrics.companies"),
            number("visibuild.metrics.company-limit", 1, 100_000),
            duration("visibuild.metrics.interval", "PT1S", "PT24H"),
            text("visibuild.metrics.revision"),
            text("visibuild.embedded.data-dir"),
            number("visibuild.embedded.port", 0, 65_535));

    /** The build's own sign, and what Kubernetes puts into every container about services of that name. */
    private static final Pattern NOT_MEANT = Pattern.compile(
            "VISIBUILD_DEV_MODE|VISIBUILD_.*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_[0-9]+_(TCP|UDP)(_.*)?)?)");

    private final LaunchSettings settings;

    KnownSettings(LaunchSettings settings) {
        this.settings = settings;
    }

    /** Values that cannot be, values that do not go together, and settings that there are not. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(problemsOf(PREFIX));
        if (problems.isEmpty()) {
            longer("visibuild.signal.lease", "PT30S", "visibuild.signal.timeout", "PT10S")
                    .ifPresent(problems::add);
            longer("visibuild.session.lifetime", "PT12H", "visibuild.session.access-token-lifetime", "PT5M")
                    .ifPresent(problems::add);
        }
        unknown().forEach(problems::add);
        return problems;
    }

    /** Values that cannot be, of the settings whose names begin so. */
    List<String> problemsOf(String prefix) {
        return ALL.stream()
                .filter(setting -> setting.name().startsWith(prefix))
                .map(setting -> setting.problem(settings))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Variables of the environment that look like settings: others may have put them there, so they stop nothing. */
    List<String> warnings(Collection<String> environment) {
        Set<String> known = variables();
        return new TreeSet<>(environment)
                .stream()
                        .filter(name -> name.startsWith("VISIBUILD_") && !known.contains(name))
                        .filter(name -> !NOT_MEANT.matcher(name).matches())
                        .map(name -> "Not a setting of this release, and ignored: " + name + hint(name))
                        .toList();
    }

    private List<String> unknown() {
        Set<String> known = variables();
        return StreamSupport.stream(settings.names().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !known.contains(LaunchSettings.variable(name)))
                .filter(name -> System.getenv(LaunchSettings.variable(name)) == null)
                .sorted()
                .map(name -> "There is no setting " + name + "." + hint(LaunchSettings.variable(name)))
                .toList();
    }

    private Optional<String> longer(String longer, String itsDefault, String shorter, String theOthers) {
        Duration above = settings.value(longer, Duration.class).orElse(Duration.parse(itsDefault));
        Duration below = settings.value(shorter, Duration.class).orElse(Duration.parse(theOthers));
        return above.compareTo(below) > 0
                ? Optional.empty()
                : Optional.of(LaunchSettings.variable(longer) + " (" + longer + ") must be longer than "
                        + LaunchSettings.variable(shorter) + " (" + shorter + ").");
    }

    /** The one that was probably meant. */
    private static String hint(String variable) {
        return ALL.stream()
                .map(setting -> LaunchSettings.variable(setting.name()))
                .filter(known -> distance(known, variable) <= 3)
                .findFirst()
                .map(known -> " Is " + known + " meant?")
                .orElse("");
    }

    private static Set<String> variables() {
        return ALL.stream()
                .map(setting -> LaunchSettings.variable(setting.name()))
                .collect(Collectors.toSet());
    }

    /** How many letters must be changed, put in or taken out. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(row[j - 1], above[j]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
