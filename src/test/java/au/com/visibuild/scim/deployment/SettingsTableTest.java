package au.com.visibuild.scim.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of settings in {@code deployment/README.md}: none is missing, none is stale, each default is the real one. */
class SettingsTableTest {

    private static final String MUST_BE_SET = "must be set";
    private static final String NONE = "–";
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[^|]+) \\| (?:([^|]+) \\| )?([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("\\b(?:VISIBUILD|QUARKUS|MP_JWT)_[A-Z0-9_]+\\b");

    @Test
    void everySettingOfTheServiceIsInTheTableAndNoOther() throws Exception {
        Set<String> settings = new TreeSet<>();
        settings().keySet().forEach(name -> settings.add(variable(name)));

        assertThat(rows().keySet().stream().filter(name -> name.startsWith("VISIBUILD_")))
                .containsExactlyInAnyOrderElementsOf(settings);
    }

    @Test
    void everyDefaultIsTheRealOne() throws Exception {
        Map<String, String> rows = rows();
        Map<String, String> wrong = new TreeMap<>();
        settings().forEach((name, value) -> {
            String said = String.valueOf(rows.get(variable(name)));
            // A default may be told in words ("the receiver's URL"), or be needed although the framework has none.
            if (!said.equals(value) && !value.equals(NONE)) {
                wrong.put(variable(name), said + " instead of " + value);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void everySettingThatTheDeploymentSetsIsInTheTable() throws IOException {
        Set<String> rows = rows().keySet();
        for (String file : List.of("base/configmap.yaml", "overlays/dev/configmap.yaml", "compose/compose.yaml")) {
            Matcher named = NAMED.matcher(Files.readString(Tool.DEPLOYMENT.resolve(file)));
            while (named.find()) {
                assertThat(rows).as(file).contains(named.group());
            }
        }
    }

    @Test
    void everySettingThatARunbookNamesIsInTheTable() throws IOException {
        Set<String> rows = rows().keySet();
        try (Stream<Path> runbooks = Files.list(Tool.DEPLOYMENT.resolve("runbooks"))) {
            for (Path runbook : runbooks.toList()) {
                Matcher named = NAMED.matcher(Files.readString(runbook));
                while (named.find()) {
                    assertThat(rows).as(runbook.toString()).contains(named.group());
                }
            }
        }
    }

    /** Variable → default, as the tables have them; a row may have several, and what must be set has none. */
    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(Tool.DEPLOYMENT.resolve("README.md")));
        while (row.find()) {
            List<String> names = NAMED.matcher(row.group(1))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            List<String> defaults = row.group(2) == null
                    ? List.of()
                    : List.of(row.group(2).strip().split(" / "));
            for (int i = 0; i < names.size(); i++) {
                String value = defaults.isEmpty() ? MUST_BE_SET : defaults.get(Math.min(i, defaults.size() - 1));
                assertThat(rows.put(names.get(i), value))
                        .as("twice: " + names.get(i))
                        .isNull();
            }
        }
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    /** Name → default of every setting that an interface of the service has. */
    private static Map<String, String> settings() throws Exception {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        Map<String, String> settings = new TreeMap<>();
        for (Class<?> mapping : mappings()) {
            add(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping, settings);
        }
        settings.replaceAll(properties::getProperty);
        assertThat(settings).hasSizeGreaterThan(20);
        return settings;
    }

    private static void add(String prefix, Class<?> mapping, Map<String, String> settings) {
        for (Method setting : mapping.getMethods()) {
            if (Modifier.isAbstract(setting.getModifiers())) {
                String name = prefix + "." + name(setting);
                Class<?> type = setting.getReturnType();
                if (type.getDeclaringClass() == mapping) {
                    add(name, type, settings);
                } else {
                    settings.put(name, defaultOf(setting));
                }
            }
        }
    }

    private static String name(Method setting) {
        WithName given = setting.getAnnotation(WithName.class);
        return given != null
                ? given.value()
                : setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String defaultOf(Method setting) {
        WithDefault value = setting.getAnnotation(WithDefault.class);
        if (value != null) {
            return value.value();
        }
        return setting.getReturnType() == Optional.class ? NONE : MUST_BE_SET;
    }

    private static List<Class<?>> mappings() throws Exception {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve("au"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("Config.class"))
                    .toList()) {
                String name = CLASSES.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace('/', '.');
                Class<?> type = Class.forName(name, false, SettingsTableTest.class.getClassLoader());
                if (type.isAnnotationPresent(ConfigMapping.class)) {
                    found.add(type);
                }
            }
        }
        return found;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
