package au.com.visibuild.scim.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.requirement.RequirementTable.Row;
import au.com.visibuild.scim.requirement.RequirementTable.Use;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the RFCs ask is held by a test or has a written reason, and the rules that say so can see the opposite. */
class RequirementTableTest {

    private static final Path PROJECT = Path.of("");
    private static final Path TARGET = PROJECT.resolve("target");
    private static final int REQUIREMENTS = 266;

    private static final Row MUST = new Row("X-01", "MUST", "RFC 1 §1", "it is so");
    private static final Row MUST_NOT = new Row("X-02", "MUST NOT", "RFC 1 §2", "it is not | so");
    private static final Row MAY = new Row("X-03", "MAY", "RFC 1 §3", "it may be so");
    private static final Use TEST = new Use("X-01", "ATest.works", "src/test/java/ATest.java", true);
    private static final Map<String, String> REASON = Map.of("X-02", "Not here.");

    @Test
    void everyRuleOfTheRfcsIsHeldByATestOrHasAReason() throws IOException {
        RequirementTable table = new RequirementTable(
                RequirementFiles.rows(), RequirementFiles.reasons(), AnnotatedTests.in(testClasses(), PROJECT));

        Files.createDirectories(TARGET);
        Files.writeString(TARGET.resolve("requirements.md"), table.markdown());

        assertThat(table.rows()).hasSize(REQUIREMENTS);
        assertThat(table.faults()).isEmpty();
    }

    @Test
    void aTableWithoutFaultsHasNone() {
        assertThat(faults(REASON, TEST)).isEmpty();
        assertThat(faults(Map.of(), TEST, new Use("X-02", "ATest.too", "ATest.java", true)))
                .isEmpty();
    }

    @Test
    void whatIsBindingNeedsATestOrAReason() {
        assertThat(faults(Map.of()))
                .containsExactly(
                        "X-01 (MUST) has neither a test nor a reason: it is so",
                        "X-02 (MUST NOT) has neither a test nor a reason: it is not | so");
    }

    @Test
    void aTestNamesOnlyWhatIsKnown() {
        assertThat(faults(REASON, TEST, new Use("X-10", "ATest.other", "ATest.java", true)))
                .containsExactly("ATest.other names X-10, which is unknown.");
    }

    @Test
    void aMethodThatIsNotRunHoldsNothing() {
        assertThat(faults(REASON, new Use("X-01", "ATest.asleep", "ATest.java", false)))
                .containsExactly("ATest.asleep names X-01 but is no test that is run.");
    }

    @Test
    void whatHasATestNeedsNoReason() {
        assertThat(faults(Map.of("X-01", "Not here.", "X-02", "Not here."), TEST))
                .containsExactly("X-01 has a test and a reason for having none.");
    }

    @Test
    void aReasonIsWrittenAndForSomethingKnown() {
        assertThat(faults(Map.of("X-02", " "), TEST)).containsExactly("The reason for X-02 is empty.");
        assertThat(faults(Map.of("X-02", "Not here.", "X-10", "Nor here."), TEST))
                .containsExactly("A reason is given for X-10, which is unknown.");
    }

    @Test
    void aRequirementStandsOnceAndHasALevel() {
        RequirementTable table = new RequirementTable(
                List.of(MAY, MAY, new Row("X-04", "OUGHT", "RFC 1 §4", "it ought to be so")), Map.of(), List.of());

        assertThat(table.faults())
                .containsExactly("X-03 stands twice in the requirements.", "X-04 has no level: OUGHT.");
    }

    @Test
    void theTableSaysWhoHoldsWhatAndWhyNobodyDoes() {
        assertThat(new RequirementTable(List.of(MUST, MUST_NOT, MAY), REASON, List.of(TEST)).markdown())
                .contains("3 requirements: 1 held by tests, 1 with a reason, 1 open.")
                .contains("| X-01 | MUST | RFC 1 §1 | it is so | [ATest.works](../src/test/java/ATest.java) |")
                .contains("| X-02 | MUST NOT | RFC 1 §2 | it is not \\| so | not by a test: Not here. |")
                .contains("| X-03 | MAY | RFC 1 §3 | it may be so | open |");
    }

    @Test
    void aTestThatNamesRequirementsIsFoundWithItsSource() throws IOException {
        assertThat(AnnotatedTests.in(testClasses(), PROJECT))
                .contains(new Use(
                        "PATCH-09",
                        "PatchEngineTest.eachOperationWorksOnWhatTheLastOneLeft",
                        "src/test/java/au/com/visibuild/scim/protocol/patch/PatchEngineTest.java",
                        true));
    }

    @Test
    void whatIsNotRunIsSeenAndWhatLostItsSourceIsPassedOver(@TempDir Path project) throws IOException {
        Path sources = Files.createDirectories(project.resolve("src/test/java/planted"));
        Path planted = Files.writeString(sources.resolve("PlantedTest.java"), """
                package planted;
                import au.com.visibuild.scim.requirement.Requirement;
                import org.junit.jupiter.api.Disabled;
                import org.junit.jupiter.api.Test;
                class PlantedTest {
                    @Test @Requirement({"X-01", "X-02"}) void runs() {}
                    @Test @Disabled @Requirement("X-01") void asleep() {}
                    @Requirement("X-01") void forgotten() {}
                    @Disabled class Inner {
                        @Test @Requirement("X-01") void asleepToo() {}
                    }
                }
                """);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        testClasses() + File.pathSeparator + System.getProperty("java.class.path"),
                        "-d",
                        project.toString(),
                        planted.toString());
        assertThat(compiled).isZero();

        assertThat(AnnotatedTests.in(project, project))
                .extracting(use -> use.id() + " " + use.test() + " " + use.runs())
                .containsExactlyInAnyOrder(
                        "X-01 PlantedTest.runs true",
                        "X-02 PlantedTest.runs true",
                        "X-01 PlantedTest.asleep false",
                        "X-01 PlantedTest.forgotten false",
                        "X-01 PlantedTest.Inner.asleepToo false");
        Files.delete(planted);
        assertThat(AnnotatedTests.in(project, project)).isEmpty();
    }

    private static List<String> faults(Map<String, String> reasons, Use... uses) {
        return new RequirementTable(List.of(MUST, MUST_NOT, MAY), reasons, List.of(uses)).faults();
    }

    /** Where the compiler put this class, and with it all tests. */
    private static Path testClasses() {
        String name = RequirementTableTest.class.getName().replace('.', '/') + ".class";
        String file = Objects.requireNonNull(
                        RequirementTableTest.class.getClassLoader().getResource(name))
                .toString();
        return Path.of(URI.create(file.substring(0, file.length() - name.length())));
    }
}
