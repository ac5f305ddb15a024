package au.com.visibuild.scim.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The plantings, compiled into a directory against the service's own classes. */
final class PlantedCode {

    private final Path directory;
    private final List<Path> packages;
    private final List<Planting> plantings;

    /** Compiles all plantings at once; {@code main} is where the service's class files are. */
    PlantedCode(List<Planting> plantings, Path main, Path directory) throws IOException {
        this.directory = directory;
        this.packages = packages(main);
        this.plantings = IntStream.range(0, plantings.size())
                .mapToObj(number -> plantings.get(number).numbered(number))
                .toList();
        compile(main);
    }

    /** All plantings, each class under a name of its own. */
    List<Planting> plantings() {
        return plantings;
    }

    /** One planting's classes, among the packages' own files, which say whether a package is marked. */
    JavaClasses classes(Planting planting) {
        List<Path> files = new ArrayList<>(packages);
        planting.classes().forEach(planted -> files.add(directory.resolve(planted.path() + ".class")));
        return new ClassFileImporter().importPaths(files);
    }

    private void compile(Path main) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Planting planting : plantings) {
            for (Planting.PlantedClass planted : planting.classes()) {
                Path source = directory.resolve(planted.path() + ".java");
                Files.createDirectories(source.resolve("..").normalize());
                sources.add(Files.writeString(source, planted.source()));
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-d",
                directory.toString(),
                "-cp",
                main + System.getProperty("path.separator") + System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(faults, null, null)) {
            if (!compiler.getTask(null, files, faults, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException(faults.getDiagnostics().stream()
                        .map(Object::toString)
                        .collect(joining("\n", "The plantings do not compile:\n", "")));
            }
        }
    }

    private static List<Path> packages(Path main) throws IOException {
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.endsWith("package-info.class")).toList();
        }
    }
}
