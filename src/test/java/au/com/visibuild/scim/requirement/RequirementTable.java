package au.com.visibuild.scim.requirement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which requirement is held by which tests, and why some are by none.
 *
 * @param rows the requirements
 * @param reasons why a requirement does not apply here or is held by no test, by its id
 * @param uses the tests that name requirements
 */
record RequirementTable(List<Row> rows, Map<String, String> reasons, List<Use> uses) {

    private static final Set<String> LEVELS =
            Set.of("MUST", "MUST NOT", "SHOULD", "SHOULD NOT", "MAY", "implied", "choice", "practice");

    /**
     * A requirement.
     *
     * @param level the RFC's word; {@code implied} where the RFC tells it as a fact, {@code choice} where it leaves it
     *     open, {@code practice} where clients need it
     * @param reference where the RFC says so
     * @param what what it asks
     */
    record Row(String id, String level, String reference, String what) {
        boolean isBinding() {
            return level.startsWith("MUST");
        }
    }

    /**
     * A test that names a requirement.
     *
     * @param test class and method
     * @param source the class's file, from the project's root
     * @param runs whether the method is a test that is run
     */
    record Use(String id, String test, String source, boolean runs) {}

    /** What is wrong with the table, a sentence each. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (Row row : rows) {
            check(!known.add(row.id()), row.id() + " stands twice in the requirements.", faults);
            check(!LEVELS.contains(row.level()), row.id() + " has no level: " + row.level() + ".", faults);
        }
        for (Use use : uses) {
            used.add(use.id());
            check(!known.contains(use.id()), use.test() + " names " + use.id() + ", which is unknown.", faults);
            check(!use.runs(), use.test() + " names " + use.id() + " but is no test that is run.", faults);
        }
        reasons.forEach((id, reason) -> {
            check(!known.contains(id), "A reason is given for " + id + ", which is unknown.", faults);
            check(reason.isBlank(), "The reason for " + id + " is empty.", faults);
            check(used.contains(id), id + " has a test and a reason for having none.", faults);
        });
        for (Row row : rows) {
            boolean open = row.isBinding() && !used.contains(row.id()) && !reasons.containsKey(row.id());
            check(open, row.id() + " (" + row.level() + ") has neither a test nor a reason: " + row.what(), faults);
        }
        return faults;
    }

    /** The table, for people. */
    String markdown() {
        Map<String, List<Use>> tests = new TreeMap<>();
        uses.forEach(
                use -> tests.computeIfAbsent(use.id(), _ -> new ArrayList<>()).add(use));
        StringBuilder lines = new StringBuilder("# Requirements of RFC 7643, RFC 7644 and RFC 9865\n\n");
        long held = rows.stream().filter(row -> tests.containsKey(row.id())).count();
        long excused =
                rows.stream().filter(row -> reasons.containsKey(row.id())).count();
        lines.append("%d requirements: %d held by tests, %d with a reason, %d open.%n%n"
                .formatted(rows.size(), held, excused, rows.size() - held - excused));
        lines.append("| id | level | reference | what | held by |\n|---|---|---|---|---|\n");
        for (Row row : rows) {
            String holders = tests.containsKey(row.id())
                    ? links(tests.get(row.id()))
                    : reasons.containsKey(row.id()) ? "not by a test: " + reasons.get(row.id()) : "open";
            lines.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(row.id(), row.level(), row.reference(), cell(row.what()), cell(holders)));
        }
        return lines.toString();
    }

    private static String links(List<Use> uses) {
        return String.join(
                "<br>",
                uses.stream()
                        .map(use -> "[" + use.test() + "](../" + use.source() + ")")
                        .toList());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static void check(boolean fault, String sentence, List<String> faults) {
        if (fault) {
            faults.add(sentence);
        }
    }
}
