package au.com.visibuild.scim.launch;

import au.com.visibuild.scim.demo.DemoKeys;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.ArrayList;
import java.util.List;

/**
 * The main class: without an argument the service, with {@code migrate} only the database's schema. A start that is
 * refused prints why, and ends with status 1.
 */
@QuarkusMain
public final class Service {

    private static final String MIGRATE = "migrate";
    private static final String MIGRATES_ITSELF = "visibuild.database.migrate";

    Service() {}

    /** Looks first, then starts and runs until it is stopped; or migrates and ends. */
    public static void main(String... args) {
        try {
            if (isMigration(args)) {
                migrate();
                return;
            }
            prepare();
        } catch (StartRefused refusal) {
            refusal.print();
            System.exit(StartRefused.STATUS);
        }
        Quarkus.run(args);
    }

    /** A misspelt word must not start the whole service where a job was meant. */
    private static boolean isMigration(String... args) {
        if (args.length == 0) {
            return false;
        }
        if (args.length > 1 || !args[0].equals(MIGRATE)) {
            throw StartRefused.because("Not understood: " + String.join(" ", args)
                    + "\n  Without an argument the service runs; \"" + MIGRATE
                    + "\" brings the database's schema to this release and ends.");
        }
        return true;
    }

    /** Needs the database and nothing else: no key, no issuer. */
    private static void migrate() {
        LaunchSettings settings = LaunchSettings.read();
        refuseFor(new ProductionGuard(settings).packageProblems());
        List<String> problems = new ArrayList<>(new KnownSettings(settings).problemsOf("visibuild.database."));
        DatabaseSettings.missingIn(settings).ifPresent(problems::add);
        refuseFor(problems);
        DatabaseSettings database = DatabaseSettings.of(settings);
        new DatabaseGate(database).pass(!settings.profile().isDemo());
        System.out.println(new DatabaseSchema(database).migrate());
    }

    private static void prepare() {
        LaunchSettings settings = LaunchSettings.read();
        boolean demo = settings.profile().isDemo();
        refuseFor(new ProductionGuard(settings).packageProblems());
        // The first condition is implied by the guard; it is what leaves the database out of a native executable.
        if (DemoKeys.areInThisPackage() && demo && !DatabaseSettings.areIn(settings)) {
            DemoDatabase.start(settings);
            settings = LaunchSettings.read();
        }
        KnownSettings known = new KnownSettings(settings);
        known.warnings(System.getenv().keySet()).forEach(System.err::println);
        List<String> problems = new ArrayList<>(known.problems());
        problems.addAll(new ProductionGuard(settings).problems());
        refuseFor(problems);
        new TlsSettings(settings).apply();
        new TraceSettings(settings).apply();
        DatabaseAtStart.look(DatabaseSettings.of(settings), settings.flag(MIGRATES_ITSELF), demo);
    }

    private static void refuseFor(List<String> problems) {
        if (!problems.isEmpty()) {
            throw StartRefused.because(problems);
        }
    }
}
