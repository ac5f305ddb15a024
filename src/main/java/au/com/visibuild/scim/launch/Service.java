package au.com.visibuild.scim.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** The main class. A start that is refused prints why, and ends with status 1. */
@QuarkusMain
public final class Service {

    Service() {}

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
        refuseFor(new ProductionGuard(settings).packageProblems());
        if (demo && !DatabaseSettings.areIn(settings)) {
            DemoDatabase.start(settings);
        }
        LaunchSettings complete = LaunchSettings.read();
        refuseFor(new ProductionGuard(complete).problems());
        new DatabaseGate(DatabaseSettings.of(complete)).pass(!demo);
    }

    private static void refuseFor(List<String> problems) {
        if (!problems.isEmpty()) {
            throw StartRefused.because(problems);
        }
    }
}
