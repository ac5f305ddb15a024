package au.com.visibuild.scim.architecture;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.fixture.BesideTheService;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code keeps its shape, and each rule that says so is able to see the opposite. */
@BesideTheService
class ArchitectureTest {

    private static final Map<String, ArchRule> RULES =
            rules(ShapeRules.class, ProtocolRules.class, TechnologyRules.class, TenantRules.class, StyleRules.class);
    private static final Path MAIN = mainClasses();
    private static final JavaClasses CODE = new ClassFileImporter().importPath(MAIN);

    static Set<String> ruleNames() {
        return RULES.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ruleNames")
    void theCodeKeepsTheRule(String name) {
        requireNonNull(RULES.get(name)).check(CODE);
    }

    /** One test for all, because the compiler is started once; it tells of each that failed. */
    @Test
    void everyRuleTurnsRedOnItsPlantedViolation(@TempDir Path directory) throws IOException {
        PlantedCode code = new PlantedCode(Plantings.all(), MAIN, directory);

        SoftAssertions softly = new SoftAssertions();
        for (Planting planting : code.plantings()) {
            Set<String> red = redRules(code.classes(planting));
            softly.assertThat(red).as(planting.what()).isEqualTo(planting.breaks());
        }
        softly.assertAll();
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        Set<String> broken = Plantings.all().stream()
                .flatMap(planting -> planting.breaks().stream())
                .collect(toSet());

        assertThat(broken).isEqualTo(RULES.keySet());
    }

    @Test
    void theTableRefusesAnArrowThatPointsUp() {
        Arrows table = new Arrows("somewhere").room("low").room("high", "low");

        assertThatThrownBy(() -> table.room("middle", "highest", "low"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("middle may not import highest");
    }

    private static Set<String> redRules(JavaClasses classes) {
        return RULES.entrySet().stream()
                .filter(rule ->
                        rule.getValue().allowEmptyShould(true).evaluate(classes).hasViolation())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Every rule of these classes by its field's name: a rule that is written is a rule that runs. */
    private static Map<String, ArchRule> rules(Class<?>... holders) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        for (Class<?> holder : holders) {
            for (Field field : holder.getDeclaredFields()) {
                if (field.getType() == ArchRule.class) {
                    try {
                        rules.put(field.getName(), requireNonNull((ArchRule) field.get(null)));
                    } catch (IllegalAccessException e) {
                        throw new LinkageError("A rule that cannot be read: " + field, e);
                    }
                }
            }
        }
        return rules;
    }

    private static Path mainClasses() {
        return Path.of(URI.create(CompanyId.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }
}
