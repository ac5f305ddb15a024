package au.com.visibuild.scim.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** The main class. A start that is refused prints why, and ends with status 1. */
@QuarkusMain
public final class Service {

    private Service() {}

    /** Looks first, then starts and runs until it is stopped. */
    public static void main(String... args) {
        try {
            prepare();
        } catch (StartRefused refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    private static void prepare() {
        LaunchSettings settings = LaunchSettings.read();
        boolean demo = settings.profile().isDemo();
        if (demo && !DatabaseSettings.areIn(settings)) {
            DemoDatabase.start(settings);
        }
        LaunchSettings complete = LaunchSettings.read();
        List<String> problems = new ProductionGuard(complete).problems();
        if (!problems.isEmpty()) {
            throw StartRefused.because(problems);
        }
        new DatabaseGate(DatabaseSettings.of(complete)).pass(!demo);
    }
}
