package au.com.visibuild.scim.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which room may import which. A room may only name rooms that stand above its own line here, so the table itself
 * cannot hold a cycle; a package that belongs to no room of the table is a violation.
 */
final class Arrows {

    static final String ROOT = "au.com.visibuild.scim";

    /** The rooms, lowest first. A surface of {@code api} is a room of its own. */
    static final Arrows ROOMS = new Arrows(ROOT)
            .room("protocol")
            .room("platform", "protocol")
            .room("keys")
            .room("embedded")
            .room("company", "platform")
            .room("audit", "company", "platform", "protocol")
            .room("outbox", "company", "platform", "protocol")
            .room("user", "company", "platform", "protocol")
            .room("token", "audit", "company", "platform")
            .room("settings", "token", "audit", "company", "platform", "protocol")
            .room("session", "user", "outbox", "audit", "company", "keys", "platform", "protocol")
            .room("idp", "session", "user", "outbox", "audit", "company", "platform", "protocol")
            .room("signal", "session", "user", "outbox", "audit", "company", "keys", "platform", "protocol")
            .room(
                    "provisioning",
                    "session",
                    "settings",
                    "user",
                    "outbox",
                    "audit",
                    "company",
                    "keys",
                    "platform",
                    "protocol")
            .room(
                    "administration",
                    "provisioning",
                    "session",
                    "settings",
                    "user",
                    "outbox",
                    "audit",
                    "company",
                    "platform",
                    "protocol")
            .room("history", "signal", "user", "audit", "company", "platform", "protocol")
            .room("connection", "history", "settings", "token", "audit", "company", "platform", "protocol")
            .room("demo", "settings", "token", "user", "audit", "company", "keys", "platform", "protocol")
            .room("api", "history", "audit", "platform", "protocol")
            .room("api.scim", "api", "provisioning", "connection", "token", "audit", "company", "platform", "protocol")
            .room(
                    "api.admin",
                    "api",
                    "administration",
                    "connection",
                    "history",
                    "idp",
                    "signal",
                    "session",
                    "settings",
                    "token",
                    "audit",
                    "company",
                    "platform",
                    "protocol")
            .room(
                    "api.settings",
                    "api",
                    "administration",
                    "connection",
                    "history",
                    "settings",
                    "token",
                    "audit",
                    "company",
                    "keys",
                    "platform",
                    "protocol")
            .room("api.idp", "api", "idp", "platform", "protocol")
            .room("api.session", "api", "session", "audit", "company", "keys", "platform", "protocol")
            .room("api.signal", "api", "signal", "company", "platform", "protocol")
            .room("api.ops", "api", "keys", "platform", "signal")
            .room("api.demo", "api", "demo")
            .room("launch", "demo", "embedded", "keys", "platform");

    /** The rooms inside {@code protocol}, lowest first. */
    static final Arrows PROTOCOL = new Arrows(ROOT + ".protocol")
            .room("error")
            .room("attribute", "error")
            .room("schema", "attribute", "error")
            .room("resource", "schema", "attribute", "error")
            .room("filter", "resource", "schema", "attribute", "error")
            .room("query", "filter", "resource", "schema", "attribute", "error")
            .room("patch", "filter", "resource", "schema", "attribute", "error")
            .room("projection", "filter", "resource", "schema", "attribute", "error")
            .room("bulk", "projection", "patch", "query", "filter", "resource", "schema", "attribute", "error")
            .room("discovery", "projection", "patch", "query", "filter", "resource", "schema", "attribute", "error")
            .room("interop", "projection", "patch", "query", "filter", "resource", "schema", "attribute", "error");

    private final String prefix;
    private final Map<String, Set<String>> mayImport = new LinkedHashMap<>();

    Arrows(String root) {
        prefix = root + ".";
    }

    /** Adds a room and what it may import. */
    Arrows room(String room, String... imports) {
        for (String imported : imports) {
            if (!mayImport.containsKey(imported)) {
                throw new IllegalArgumentException(room + " may not import " + imported + ", which stands below it");
            }
        }
        mayImport.put(room, new LinkedHashSet<>(List.of(imports)));
        return this;
    }

    /** That a class lives in a room of the table and depends on no room that the table does not allow. */
    ArchCondition<JavaClass> followed() {
        return new ArchCondition<>("follow the table of rooms") {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                Optional<String> room = room(from);
                if (room.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(
                            from, from.getName() + " is in no room of Arrows: name the room and what it may import"));
                    return;
                }
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith(prefix) && !allows(room.get(), target)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency,
                                "%s may import [%s]; %s"
                                        .formatted(room.get(), imports(room.get()), dependency.getDescription())));
                    }
                }
            }
        };
    }

    private boolean allows(String room, JavaClass target) {
        return room(target)
                .map(imported -> imported.equals(room)
                        || mayImport.getOrDefault(room, Set.of()).contains(imported))
                .orElse(true); // A target outside of the table is reported where it is declared.
    }

    private String imports(String room) {
        return mayImport.getOrDefault(room, Set.of()).stream().collect(joining(", "));
    }

    /**
     * The room with the longest name that the class is in: {@code api.scim} rather than {@code api}. A room that has rooms
     * inside holds its own package only, so that a new surface has to be named.
     */
    private Optional<String> room(JavaClass of) {
        if (!of.getPackageName().startsWith(prefix)) {
            return Optional.empty();
        }
        String inside = of.getPackageName().substring(prefix.length()) + ".";
        return mayImport.keySet().stream()
                .filter(room -> inside.startsWith(room + "."))
                .reduce((shorter, longer) -> longer.length() > shorter.length() ? longer : shorter)
                .filter(room -> inside.equals(room + ".") || !hasRoomsInside(room));
    }

    private boolean hasRoomsInside(String room) {
        return mayImport.keySet().stream().anyMatch(other -> other.startsWith(room + "."));
    }
}
