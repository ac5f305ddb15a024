package au.com.visibuild.scim.launch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What this start is: the active profiles, and whether the package (or dev mode) has the demo's parts in it.
 *
 * @param names       the active profiles
 * @param demoParts   whether the demo's keys are on the class path
 * @param development whether this is dev mode, whose class path always has them
 */
record LaunchProfile(List<String> names, boolean demoParts, boolean development) {

    private static final Set<String> NOT_PRODUCTION = Set.of("dev", "demo", "test");

    /** The profile that was asked for; else dev in dev mode, else the one that the package was built for. */
    static LaunchProfile of(Optional<String> asked, boolean development, boolean demoParts) {
        String built = demoParts ? "demo" : "prod";
        String names = asked.filter(name -> !name.isBlank()).orElse(development ? "dev" : built);
        return new LaunchProfile(
                Arrays.stream(names.split(",")).map(String::strip).toList(), demoParts, development);
    }

    /** Whether the demo's company, keys and database may be used. Any profile that is not named here is production. */
    boolean isDemo() {
        return names.stream().anyMatch(NOT_PRODUCTION::contains);
    }
}
