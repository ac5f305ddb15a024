package au.com.visibuild.scim.architecture;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code that breaks a rule: one or more classes in rooms of the service. It is text, compiled when the test runs, so that
 * it stands in the real packages and yet is neither on the tests' class path nor seen by the application they start.
 *
 * @param breaks the rules it breaks; it breaks no other
 * @param what what is wrong with it
 */
record Planting(Set<String> breaks, String what, List<PlantedClass> classes) {

    private static final Pattern NAME = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    /** One source file: the room it is planted in, and its text, in which {@code ROOT} stands for the root package. */
    record PlantedClass(String room, String text) {

        /** The same under a name of its own, so that all plantings can be compiled at once. */
        PlantedClass numbered(int number) {
            return new PlantedClass(room, text.replace("Planted", "Planted" + number));
        }

        /** Where it belongs below a directory, without the file's ending. */
        String path() {
            Matcher name = NAME.matcher(text);
            if (!name.find()) {
                throw new IllegalArgumentException("No class in: " + text);
            }
            return packageName().replace('.', '/') + "/" + name.group(1);
        }

        String source() {
            return "package " + packageName() + ";\n" + text.replace("ROOT", Arrows.ROOT);
        }

        private String packageName() {
            return room.isEmpty() ? Arrows.ROOT : Arrows.ROOT + "." + room;
        }
    }

    static PlantedClass in(String room, String text) {
        return new PlantedClass(room, text);
    }

    static Planting breaks(String rule, String what, PlantedClass... classes) {
        return new Planting(Set.of(rule), what, List.of(classes));
    }

    static Planting breaksBoth(String rule, String other, String what, PlantedClass... classes) {
        return new Planting(Set.of(rule, other), what, List.of(classes));
    }

    /** The same with classes of its own names. */
    Planting numbered(int number) {
        return new Planting(
                breaks,
                what,
                classes.stream().map(planted -> planted.numbered(number)).toList());
    }
}
