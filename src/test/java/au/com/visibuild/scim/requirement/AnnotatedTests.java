package au.com.visibuild.scim.requirement;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the tests that name requirements by reading class files: no class is loaded, so that looking at a test starts
 * nothing of it.
 */
final class AnnotatedTests {

    private static final List<Path> SOURCES =
            List.of(Path.of("src", "test", "java"), Path.of("src", "native-test", "java"));
    private static final String REQUIREMENT = "Lau/com/visibuild/scim/requirement/Requirement;";
    private static final String DISABLED = "Lorg/junit/jupiter/api/Disabled;";
    private static final Set<String> TESTS = Set.of(
            "Lorg/junit/jupiter/api/Test;",
            "Lorg/junit/jupiter/api/RepeatedTest;",
            "Lorg/junit/jupiter/api/TestFactory;",
            "Lorg/junit/jupiter/params/ParameterizedTest;");

    private AnnotatedTests() {}

    /**
     * The uses in all classes below a directory; a class that has lost its source since is passed over.
     *
     * @param project the root from which sources are found and named
     */
    static List<RequirementTable.Use> in(Path classes, Path project) throws IOException {
        List<RequirementTable.Use> uses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                collect(ClassFile.of().parse(file), project, uses);
            }
        }
        return uses;
    }

    private static void collect(ClassModel type, Path project, List<RequirementTable.Use> uses) {
        for (MethodModel method : type.methods()) {
            for (Annotation annotation : annotations(method)) {
                if (annotation.className().equalsString(REQUIREMENT)) {
                    for (String id : ids(annotation)) {
                        add(uses, id, type, method, project);
                    }
                }
            }
        }
    }

    private static void add(
            List<RequirementTable.Use> uses, String id, ClassModel type, MethodModel method, Path project) {
        String name = type.thisClass().asInternalName();
        String outermost = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        String test = name.substring(name.lastIndexOf('/') + 1).replace('$', '.') + "."
                + method.methodName().stringValue();
        boolean runs = TESTS.stream().anyMatch(each -> has(method, each)) && !has(method, DISABLED);
        for (Path root : SOURCES) {
            Path source = root.resolve(outermost + ".java");
            if (Files.exists(project.resolve(source))) {
                uses.add(new RequirementTable.Use(
                        id, test, source.toString().replace('\\', '/'), runs && !has(type, DISABLED)));
            }
        }
    }

    private static boolean has(AttributedElement element, String annotation) {
        return annotations(element).stream().anyMatch(each -> each.className().equalsString(annotation));
    }

    private static List<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(found -> found.annotations())
                .orElse(List.of());
    }

    private static List<String> ids(Annotation annotation) {
        List<String> ids = new ArrayList<>();
        for (AnnotationElement element : annotation.elements()) {
            if (element.value() instanceof AnnotationValue.OfArray array) {
                array.values().forEach(value -> ids.add(((AnnotationValue.OfString) value).stringValue()));
            }
        }
        return ids;
    }
}
