package au.com.visibuild.scim.differential;

import java.util.Iterator;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/**
 * Random cases by jqwik's generators, run by whatever test asks for them: jqwik's own engine could not run a test
 * inside Quarkus. The same cases come every time, so that a build fails for what was changed and not by chance;
 * {@code -Dlong} runs many more of them, {@code -Dlong=7} others.
 */
final class Trials {

    private static final int GENERATION_SIZE = 1_000;
    /** Neighbouring seeds would begin with nearly the same random numbers. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final int SHRINKING_STEPS = 2_000;
    private static final @Nullable String LONG = System.getProperty("long");

    private Trials() {}

    /** What a case must hold; throws when it does not. */
    @FunctionalInterface
    interface Check<T> {
        void on(T sample);
    }

    /** Whether there is time for rare cases to turn up. */
    static boolean isLong() {
        return LONG != null;
    }

    /** How many cases: few in a normal build, many in a long one. */
    static int count(int normal, int inLongRun) {
        return LONG == null ? normal : inLongRun;
    }

    /** Lets the check look at so many cases; the first that fails is shrunk and thrown as an {@link AssertionError}. */
    static <T> void run(int cases, Arbitrary<T> arbitrary, Check<T> check) {
        JqwikSession.run(() -> {
            RandomGenerator<T> generator = arbitrary.generator(GENERATION_SIZE);
            for (int i = 0; i < cases; i++) {
                Shrinkable<T> sample = generator.next(new Random((seed() + i) * SCATTER));
                Throwable failure = failure(check, sample.value());
                if (failure != null) {
                    throw shrunk(i, sample, check, failure);
                }
                JqwikSession.finishTry();
            }
        });
    }

    /** So many cases, for those who only want to have them. */
    static <T> void generate(int cases, Arbitrary<T> arbitrary, Consumer<T> taker) {
        run(cases, arbitrary, taker::accept);
    }

    private static long seed() {
        return LONG == null || !LONG.matches("[0-9]{1,9}") ? 0 : Long.parseLong(LONG) * 1_000_000_007L;
    }

    private static <T> AssertionError shrunk(int number, Shrinkable<T> first, Check<T> check, Throwable failure) {
        Shrinkable<T> smallest = first;
        Throwable why = failure;
        int steps = 0;
        Iterator<Shrinkable<T>> smaller = first.shrink().iterator();
        while (smaller.hasNext() && steps < SHRINKING_STEPS) {
            Shrinkable<T> candidate = smaller.next();
            Throwable its = failure(check, candidate.value());
            steps++;
            if (its != null) {
                smallest = candidate;
                why = its;
                smaller = candidate.shrink().iterator();
            }
        }
        return new AssertionError(
                "Case " + number + ", shrunk in " + steps + " steps:\n" + smallest.value() + "\n" + why.getMessage(),
                why);
    }

    private static <T> @Nullable Throwable failure(Check<T> check, T sample) {
        try {
            check.on(sample);
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }
}
