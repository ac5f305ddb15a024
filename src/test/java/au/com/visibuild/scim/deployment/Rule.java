package au.com.visibuild.scim.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that must be true of what is deployed, and a bad example that shows that its check can fail.
 *
 * @param name    what must be true
 * @param check   notes what is not
 * @param example spoils the production overlay so that this, and perhaps more, is not true any more
 * @param prodOnly whether it is asked of production alone
 */
record Rule(String name, Check check, UnaryOperator<Manifests> example, boolean prodOnly) {

    /** Looks, and notes what is wrong. */
    @FunctionalInterface
    interface Check {
        void look(Manifests manifests, Findings findings);
    }

    /** What is wrong. */
    static final class Findings {

        private final List<String> all = new ArrayList<>();

        void unless(boolean fine, String otherwise) {
            if (!fine) {
                all.add(otherwise);
            }
        }
    }

    static Rule of(String name, Check check, UnaryOperator<Manifests> example) {
        return new Rule(name, check, example, false);
    }

    static Rule ofProduction(String name, Check check, UnaryOperator<Manifests> example) {
        return new Rule(name, check, example, true);
    }

    List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        check.look(manifests, findings);
        return findings.all;
    }

    @Override
    public String toString() {
        return name;
    }
}
