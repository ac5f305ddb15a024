package au.com.visibuild.scim.architecture;

import static au.com.visibuild.scim.architecture.Arrows.ROOT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
final class ShapeRules {

    static final ArchRule arrowsPointDown = classes()
            .should(Arrows.ROOMS.followed())
            .because("a room that knows only rooms below it can be read, changed and tested without the others");

    static final ArchRule roomsHaveNoCycles = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("two rooms that need each other are one room, whatever the table of arrows says");

    static final ArchRule apiSurfacesDoNotKnowEachOther = slices().matching(ROOT + ".api.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each surface has callers, credentials and errors of its own; what they share is in api itself");

    static final ArchRule apiNeverTouchesAStore = noClasses()
            .that()
            .resideInAPackage(ROOT + ".api..")
            .should()
            .dependOnClassesThat(Words.STORES)
            .because("HTTP goes through a room, which knows the transaction, the log row and the events of a change");

    private ShapeRules() {}
}
