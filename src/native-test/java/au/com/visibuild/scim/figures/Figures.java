package au.com.visibuild.scim.figures;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.figures.Load.Result;
import au.com.visibuild.scim.fixture.Artefact;
import au.com.visibuild.scim.fixture.Instance;
import au.com.visibuild.scim.fixture.ProductionCompany;
import au.com.visibuild.scim.fixture.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The executable beside the jar, on the machine that this runs on, one after the other on databases of their own; the
 * JVM as its image starts it in the pod that deployment/README.md asks for.
 * Neither a test of every build nor a promise: {@code -Dit.test=Figures} runs it after both were packaged. The figures
 * stand on standard output and in {@code target/figures.md}.
 */
class Figures {

    /** What a JVM makes of its image's options in 512 MiB: 70 % of them for the heap, and the serial collector. */
    private static final String[] IN_ITS_POD = {"-XX:MaxRAM=512m", "-XX:MaxRAMPercentage=70", "-XX:+UseSerialGC"};

    private static final int STARTS = 7;
    private static final int PEOPLE = 500;
    private static final int CONNECTIONS = 8;
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration LONG_LOAD = Duration.ofSeconds(Integer.getInteger("figures.load", 300));
    private static final int LONG_LOAD_RATE = 50;

    /** Of one form of the package. Memory is in MiB. */
    private static final class Measured {
        double ready;
        double size;
        double idle;
        double loaded;
        double peak;
        Result gets = new Result(Duration.ofSeconds(1), 0, new long[1]);
        Result posts = gets;
        Result mixed = gets;
    }

    @Test
    void theExecutableBesideTheJar() throws IOException, InterruptedException {
        Artefact jar = artefact(Artefact.Form.JAR).onJvm(IN_ITS_POD);
        Artefact executable = artefact(Artefact.Form.EXECUTABLE);
        Measured ofJar = new Measured();
        Measured ofExecutable = new Measured();

        starts(jar, ofJar, executable, ofExecutable);
        rates(jar, ofJar);
        rates(executable, ofExecutable);
        longLoad(jar, ofJar);
        longLoad(executable, ofExecutable);

        String table = table(ofJar, ofExecutable);
        System.out.println(table);
        Files.writeString(Path.of("target", "figures.md"), table);
        for (Result result : List.of(ofExecutable.gets, ofExecutable.posts, ofExecutable.mixed, ofJar.mixed)) {
            assertThat(result.failures()).isZero();
        }
    }

    private static Artefact artefact(Artefact.Form form) {
        return Artefact.production(TestPostgres.newDatabase()).in(form);
    }

    /** In turns, so that what else the machine does meets both; the median counts. */
    private static void starts(Artefact jar, Measured ofJar, Artefact executable, Measured ofExecutable) {
        migrate(jar);
        migrate(executable);
        double[] ofJars = new double[STARTS];
        double[] ofExecutables = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            ofJars[i] = secondsToReady(jar);
            ofExecutables[i] = secondsToReady(executable);
        }
        ofJar.ready = median(ofJars);
        ofExecutable.ready = median(ofExecutables);
    }

    private static void migrate(Artefact artefact) {
        try (Instance first = artefact.start()) {
            first.awaitReady();
        }
    }

    private static double secondsToReady(Artefact artefact) {
        long begin = System.nanoTime();
        try (Instance instance = artefact.start()) {
            instance.awaitReady();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static void rates(Artefact artefact, Measured measured) throws IOException, InterruptedException {
        measured.size = artefact.sizeInBytes() / 1e6;
        try (Instance instance = artefact.start().awaitReady()) {
            Thread.sleep(QUIET);
            measured.idle = instance.memory("VmRSS");
            ProductionCompany company = ProductionCompany.make(instance);
            String token = company.enable(instance);
            Traffic traffic = new Traffic(people(company, instance, token), i -> userName(company, i));
            Load load = new Load(instance.root(), token, CONNECTIONS);
            load.asFastAsItGoes(WARM_UP, traffic::mixed);
            load.asFastAsItGoes(MEASURED, traffic::get);
            measured.gets = load.asFastAsItGoes(MEASURED, traffic::get);
            measured.posts = load.asFastAsItGoes(MEASURED, Traffic::create);
            measured.loaded = instance.memory("VmRSS");
        }
    }

    private static void longLoad(Artefact artefact, Measured measured) {
        try (Instance instance = artefact.start().awaitReady()) {
            ProductionCompany company = ProductionCompany.make(instance);
            String token = company.enable(instance);
            Traffic traffic = new Traffic(people(company, instance, token), i -> userName(company, i));
            Load load = new Load(instance.root(), token, 2 * CONNECTIONS);
            measured.mixed = load.atRate(LONG_LOAD_RATE, LONG_LOAD, traffic::mixed);
            measured.peak = instance.memory("VmHWM");
        }
    }

    private static List<String> people(ProductionCompany company, Instance instance, String token) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            ids.add(company.scim(instance, token)
                    .post("/scim_v2/Users", Traffic.person(userName(company, i)))
                    .expect(201)
                    .text("id"));
        }
        return ids;
    }

    private static String userName(ProductionCompany company, int number) {
        return company.userName("person-" + number);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String table(Measured jar, Measured executable) {
        return "\n| | jar | executable | executable : jar | wanted |\n|---|---|---|---|---|\n"
                + row("ready, migrations done before (s)", jar.ready, executable.ready, "≤ 0.05")
                + row("size (MB)", jar.size, executable.size, "–")
                + row("RSS idle (MiB)", jar.idle, executable.idle, "≤ 0.4")
                + row("RSS after the rates below (MiB)", jar.loaded, executable.loaded, "–")
                + row("GET by id (1/s)", jar.gets.rate(), executable.gets.rate(), "≥ 0.6")
                + row("POST (1/s)", jar.posts.rate(), executable.posts.rate(), "≥ 0.6")
                + row(
                        "peak VmHWM, " + LONG_LOAD_RATE + " requests/s for " + LONG_LOAD.toSeconds() + " s (MiB)",
                        jar.peak,
                        executable.peak,
                        "≤ 192 MiB")
                + row("p50 of these (ms)", jar.mixed.milliseconds(0.5), executable.mixed.milliseconds(0.5), "–")
                + row("p99 of these (ms)", jar.mixed.milliseconds(0.99), executable.mixed.milliseconds(0.99), "–")
                + row("failures of these", (double) jar.mixed.failures(), (double) executable.mixed.failures(), "0");
    }

    private static String row(String what, double jar, double executable, String wanted) {
        String ratio = jar == 0 ? "–" : String.format(Locale.ROOT, "%.3f", executable / jar);
        return String.format(Locale.ROOT, "| %s | %.4g | %.4g | %s | %s |%n", what, jar, executable, ratio, wanted);
    }
}
