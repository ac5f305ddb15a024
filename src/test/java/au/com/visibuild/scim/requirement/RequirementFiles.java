package au.com.visibuild.scim.requirement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two files beside the tests: what the RFCs ask, and why some of it is held by no test. Tabs divide their columns. */
final class RequirementFiles {

    private static final Path FOLDER = Path.of("src", "test", "resources", "rfc");

    private RequirementFiles() {}

    static List<RequirementTable.Row> rows() throws IOException {
        return lines("requirements.tsv", 4).stream()
                .map(columns -> new RequirementTable.Row(columns[0], columns[1], columns[2], columns[3]))
                .toList();
    }

    static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String[] columns : lines("not-applicable.tsv", 2)) {
            if (reasons.put(columns[0], columns[1]) != null) {
                throw new IllegalStateException("Two reasons for " + columns[0]);
            }
        }
        return reasons;
    }

    /** All lines but the first, which names the columns. */
    private static List<String[]> lines(String file, int columns) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .skip(1)
                .map(line -> columns(line, columns))
                .toList();
    }

    private static String[] columns(String line, int expected) {
        String[] columns = line.split("\t", -1);
        if (columns.length != expected) {
            throw new IllegalStateException("Not " + expected + " columns: " + line);
        }
        return columns;
    }
}
