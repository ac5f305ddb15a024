package au.com.visibuild.scim.architecture;

import static au.com.visibuild.scim.architecture.Planting.breaks;
import static au.com.visibuild.scim.architecture.Planting.breaksBoth;
import static au.com.visibuild.scim.architecture.Planting.in;

import java.util.List;
import java.util.stream.Stream;

/** Each rule broken at least once. */
final class Plantings {

    private Plantings() {}

    static List<Planting> all() {
        return Stream.of(
                        arrows(),
                        surfaces(),
                        purity(),
                        determinism(),
                        innerOrder(),
                        edges(),
                        database(),
                        tenants(),
                        injection(),
                        waiting(),
                        metrics(),
                        names())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Planting> arrows() {
        return List.of(
                breaks(
                        "arrowsPointDown",
                        "a lower room imports a higher one",
                        in("user", "class Planted { ROOT.provisioning.UserProvisioning up; }")),
                breaks(
                        "arrowsPointDown",
                        "a room below is not allowed for all that",
                        in("token", "class Planted { ROOT.outbox.Outbox sideways; }")),
                breaks(
                        "arrowsPointDown",
                        "HTTP imports the room of people",
                        in("api.scim", "class Planted { ROOT.user.User user; }")),
                breaks(
                        "arrowsPointDown",
                        "what the surfaces share imports a surface",
                        in("api", "class Planted { ROOT.api.scim.UsersResource surface; }")),
                breaks(
                        "arrowsPointDown",
                        "something imports the start",
                        in("platform", "class Planted { Class<?> type = ROOT.launch.Service.class; }")),
                breaks(
                        "arrowsPointDown",
                        "the import is only an array, a type argument or a call",
                        in("audit", "class Planted { java.util.List<ROOT.token.ScimTokens[]> hidden; }")),
                breaksBoth(
                        "arrowsPointDown",
                        "everyPackageIsNullMarked",
                        "a new room that the table does not name",
                        in("reporting", "class Planted {}")),
                breaksBoth(
                        "arrowsPointDown",
                        "everyPackageIsNullMarked",
                        "a new surface that the table does not name",
                        in("api.reporting", "class Planted {}")),
                breaksBoth(
                        "arrowsPointDown",
                        "everyPackageIsNullMarked",
                        "a class beside the rooms",
                        in("", "class Planted {}")));
    }

    private static List<Planting> surfaces() {
        return List.of(
                breaksBoth(
                        "roomsHaveNoCycles",
                        "arrowsPointDown",
                        "two rooms need each other",
                        in("company", "public class PlantedLow { ROOT.user.PlantedHigh high; }"),
                        in("user", "public class PlantedHigh { ROOT.company.PlantedLow low; }")),
                breaksBoth(
                        "apiSurfacesDoNotKnowEachOther",
                        "arrowsPointDown",
                        "the SCIM surface uses the admin surface",
                        in("api.scim", "class Planted { ROOT.api.admin.PlantedForm form; }"),
                        in("api.admin", "public class PlantedForm {}")),
                breaks(
                        "apiNeverTouchesAStore",
                        "HTTP asks a store of a room that it may import",
                        in("api.admin", "class Planted { ROOT.token.ScimTokenStore store; }")),
                breaks(
                        "apiNeverTouchesAStore",
                        "HTTP shows what a store declares",
                        in("api.admin", "class Planted { ROOT.token.PlantedStore.Page page; }"),
                        in("token", "public class PlantedStore { public record Page() {} }")));
    }

    private static List<Planting> purity() {
        return List.of(
                breaks("protocolIsPureJava", "files", in("protocol.schema", "class Planted { java.io.File file; }")),
                breaks(
                        "protocolIsPureJava",
                        "the network",
                        in("protocol.schema", "class Planted { java.net.URI uri; }")),
                breaks(
                        "protocolIsPureJava",
                        "Mutiny",
                        in("protocol.patch", "class Planted { io.smallrye.mutiny.Uni<String> later; }")),
                breaks(
                        "protocolIsPureJava",
                        "a container's annotation",
                        in("protocol.filter", "@jakarta.enterprise.context.Dependent class Planted {}")),
                breaks(
                        "protocolIsPureJava",
                        "threads",
                        in("protocol.filter", "class Planted { java.util.concurrent.Executor executor; }")),
                breaks(
                        "protocolIsPureJava",
                        "other text work than normal forms",
                        in("protocol.filter", "class Planted { java.text.NumberFormat format; }")));
    }

    private static List<Planting> determinism() {
        return List.of(
                breaks(
                        "protocolIsDeterministic",
                        "the time",
                        in("protocol.resource", "class Planted { Object at = java.time.Instant.now(); }")),
                breaks(
                        "protocolIsDeterministic",
                        "the time as a method reference",
                        in(
                                "protocol.resource",
                                "class Planted { java.util.function.Supplier<?> at = java.time.OffsetDateTime::now; }")),
                breaks(
                        "protocolIsDeterministic",
                        "a clock handed in",
                        in("protocol.resource", "class Planted { java.time.Clock clock; }")),
                breaks(
                        "protocolIsDeterministic",
                        "a random id",
                        in("protocol.bulk", "class Planted { Object id = java.util.UUID.randomUUID(); }")),
                breaks(
                        "protocolIsDeterministic",
                        "chance",
                        in("protocol.bulk", "class Planted { java.util.Random random; }")),
                breaks(
                        "protocolIsDeterministic",
                        "the machine's time",
                        in("protocol.bulk", "class Planted { long at = System.nanoTime(); }")),
                breaks(
                        "protocolIsDeterministic",
                        "the machine's language",
                        in("protocol.filter", "class Planted { Object where = java.util.Locale.getDefault(); }")));
    }

    private static List<Planting> innerOrder() {
        return List.of(
                breaks(
                        "protocolKeepsItsInnerOrder",
                        "filters know patches",
                        in("protocol.filter", "class Planted { ROOT.protocol.patch.PatchRequest up; }")),
                breaks(
                        "protocolKeepsItsInnerOrder",
                        "the strict core knows what it forgives",
                        in("protocol.patch", "class Planted { ROOT.protocol.interop.Dialect up; }")),
                breaksBoth(
                        "protocolKeepsItsInnerOrder",
                        "everyPackageIsNullMarked",
                        "a new room inside that the table does not name",
                        in("protocol.groups", "class Planted {}")),
                breaksBoth(
                        "protocolRoomsHaveNoCycles",
                        "protocolKeepsItsInnerOrder",
                        "two rooms inside need each other",
                        in("protocol.schema", "public class PlantedLow { ROOT.protocol.query.PlantedHigh high; }"),
                        in("protocol.query", "public class PlantedHigh { ROOT.protocol.schema.PlantedLow low; }")));
    }

    private static List<Planting> edges() {
        return List.of(
                breaks(
                        "restLivesInApi",
                        "a room answers HTTP",
                        in("settings", "class Planted { jakarta.ws.rs.core.Response answer; }")),
                breaks(
                        "restLivesInApi",
                        "a room throws HTTP",
                        in(
                                "provisioning",
                                "class Planted { void refuse() { throw new jakarta.ws.rs.NotFoundException(); } }")),
                breaks(
                        "restLivesInApi",
                        "a room reads the request",
                        in("audit", "class Planted { io.vertx.ext.web.RoutingContext request; }")),
                breaks(
                        "jacksonLivesInApiAndPlatform",
                        "a room reads JSON text",
                        in("signal", "class Planted { com.fasterxml.jackson.core.JsonParser parser; }")),
                breaks(
                        "jacksonLivesInApiAndPlatform",
                        "a room's record is made for JSON",
                        in(
                                "settings",
                                "record Planted(@com.fasterxml.jackson.annotation.JsonProperty(\"x\") String x) {}")),
                breaks(
                        "viewsAreKnownToANativeExecutable",
                        "what a Response carries is not registered",
                        in("api.admin", "record PlantedView(String name) {}")));
    }

    private static List<Planting> database() {
        return List.of(
                breaks(
                        "sqlClientLivesInStoresAndPlatform",
                        "a room sends SQL beside its store",
                        in("token", "class Planted { io.vertx.mutiny.sqlclient.Pool pool; }")),
                breaks(
                        "sqlClientLivesInStoresAndPlatform",
                        "a room knows the driver's failures",
                        in("provisioning", "class Planted { io.vertx.pgclient.PgException failure; }")),
                breaks(
                        "hibernateLivesInEntitiesStoresAndPlatform",
                        "a room queries by session",
                        in("session", "class Planted { org.hibernate.reactive.mutiny.Mutiny.Session session; }")),
                breaks(
                        "hibernateLivesInEntitiesStoresAndPlatform",
                        "a repository that is called no store",
                        in(
                                "token",
                                "class Planted implements"
                                        + " io.quarkus.hibernate.reactive.panache.PanacheRepository<ROOT.token.ScimToken> {}")),
                breaks(
                        "hibernateLivesInEntitiesStoresAndPlatform",
                        "a repository by the longer interface",
                        in(
                                "token",
                                "class Planted implements io.quarkus.hibernate.reactive.panache"
                                        + ".PanacheRepositoryBase<ROOT.token.ScimToken, java.util.UUID> {}")),
                breaks(
                        "transactionsOpenInRoomsThatOwnAUseCase",
                        "a lower room opens a transaction of its own",
                        in(
                                "audit",
                                "class Planted { Object tx = io.quarkus.hibernate.reactive.panache.Panache"
                                        + ".withTransaction(() -> io.smallrye.mutiny.Uni.createFrom().nullItem()); }")),
                breaks(
                        "transactionsOpenInRoomsThatOwnAUseCase",
                        "HTTP opens a transaction",
                        in(
                                "api.admin",
                                "class Planted { @io.quarkus.hibernate.reactive.panache.common.WithTransaction"
                                        + " io.smallrye.mutiny.Uni<String> change() { return null; } }")),
                breaks(
                        "jdbcIsForTheStart",
                        "a room speaks JDBC",
                        in("user", "class Planted { javax.sql.DataSource source; }")));
    }

    private static List<Planting> tenants() {
        return List.of(
                breaks(
                        "everyStoreCallNamesItsCompany",
                        "a store reads by id alone",
                        in("user", "class PlantedStore { public Object find(java.util.UUID id) { return id; } }")),
                breaks(
                        "everyStoreCallNamesItsCompany",
                        "the company is a plain UUID, easily mistaken",
                        in(
                                "user",
                                "class PlantedStore { Object find(java.util.UUID company, java.util.UUID id) { return id; } }")),
                breaks(
                        "everyStoreCallNamesItsCompany",
                        "an entity is no company",
                        in("user", "class PlantedStore { void end(ROOT.user.User user) {} }")),
                breaks(
                        "storesAreAskedByTheirOwnMethods",
                        "a room asks what a store inherits",
                        in(
                                "provisioning",
                                "class Planted { Object any(ROOT.user.UserStore store, java.util.UUID id)"
                                        + " { return store.findById(id); } }")),
                breaks(
                        "storesAreAskedByTheirOwnMethods",
                        "the inherited method has the name of an own one",
                        in(
                                "provisioning",
                                "class Planted { Object any(ROOT.user.UserStore store)"
                                        + " { return store.find(\"active\", true); } }")),
                breaks(
                        "storesAreAskedByTheirOwnMethods",
                        "the inherited method is only named",
                        in(
                                "provisioning",
                                "class Planted { Object any(ROOT.user.UserStore store)"
                                        + " { java.util.function.Function<java.util.UUID, Object> all = store::findById;"
                                        + " return all; } }")),
                breaks(
                        "noEntityIsDeletedByCode",
                        "a store deletes a row",
                        in(
                                "user",
                                "class PlantedStore implements io.quarkus.hibernate.reactive.panache.PanacheRepository<User>"
                                        + " { Object gone(ROOT.company.CompanyId company) { return delete(\"id\", 1); } }")),
                breaks(
                        "noEntityIsDeletedByCode",
                        "a store removes a row by session",
                        in(
                                "user",
                                "class PlantedStore { Object gone(ROOT.company.CompanyId company,"
                                        + " org.hibernate.reactive.mutiny.Mutiny.Session session)"
                                        + " { return session.remove(company); } }")));
    }

    private static List<Planting> injection() {
        return List.of(
                breaks(
                        "injectionIsByConstructor",
                        "an injected field",
                        in("signal", "class Planted { @jakarta.inject.Inject java.time.Clock clock; }")),
                breaks(
                        "injectionIsByConstructor",
                        "an injected setter",
                        in("signal", "class Planted { @jakarta.inject.Inject void set(java.time.Clock clock) {} }")),
                breaks(
                        "injectionIsByConstructor",
                        "a setting in a field",
                        in(
                                "signal",
                                "class Planted { @org.eclipse.microprofile.config.inject.ConfigProperty String url; }")));
    }

    private static List<Planting> waiting() {
        return List.of(
                breaks(
                        "nothingBlocksTheEventLoop",
                        "awaits a Uni",
                        in(
                                "session",
                                "class Planted { Object now(io.smallrye.mutiny.Uni<String> later)"
                                        + " { return later.await().indefinitely(); } }")),
                breaks(
                        "nothingBlocksTheEventLoop",
                        "reads a Multi as a list",
                        in(
                                "session",
                                "class Planted { Object now(io.smallrye.mutiny.Multi<String> later)"
                                        + " { return later.subscribe().asIterable(); } }")),
                breaks(
                        "nothingBlocksTheEventLoop",
                        "sleeps",
                        in("outbox", "class Planted { void nap() throws Exception { Thread.sleep(1); } }")),
                breaks(
                        "nothingBlocksTheEventLoop",
                        "joins a future",
                        in(
                                "signal",
                                "class Planted { Object now(java.util.concurrent.CompletableFuture<String> later)"
                                        + " { return later.join(); } }")),
                breaks(
                        "nothingBlocksTheEventLoop",
                        "gets a future, by method reference",
                        in(
                                "signal",
                                "class Planted { Object now(java.util.concurrent.Future<String> later)"
                                        + " { java.util.concurrent.Callable<String> get = later::get; return get; } }")),
                breaks(
                        "onlyTheStartAwaits",
                        "a request waits as only the start may",
                        in(
                                "administration",
                                "class Planted { Object now(java.util.function.Supplier<io.smallrye.mutiny.Uni<String>> later)"
                                        + " throws Throwable"
                                        + " { return io.quarkus.vertx.VertxContextSupport.subscribeAndAwait(later); } }")),
                breaks(
                        "whatWasAskedForIsCarriedThrough",
                        "a write ends when its caller hangs up",
                        in(
                                "api.scim",
                                "@jakarta.ws.rs.Path(\"x\") class Planted { @jakarta.ws.rs.PUT"
                                        + " io.smallrye.mutiny.Uni<String> write() { return null; } }")));
    }

    private static List<Planting> metrics() {
        return List.of(
                breaks(
                        "metersLiveInMetrics",
                        "a use case counts by itself",
                        in("provisioning", "class Planted { io.micrometer.core.instrument.MeterRegistry registry; }")),
                breaksBoth(
                        "metersLiveInMetrics",
                        "protocolIsPureJava",
                        "the protocol counts",
                        in("protocol.interop", "class Planted { io.micrometer.core.instrument.Counter counter; }")));
    }

    private static List<Planting> names() {
        return List.of(
                breaks("namesSaySomething", "a helper", in("user", "class PlantedHelper {}")),
                breaks("namesSaySomething", "a bag of functions", in("user", "class PlantedUtils {}")),
                breaks("namesSaySomething", "an implementation", in("user", "class PlantedImpl {}")),
                breaks("namesSaySomething", "a manager of what", in("user", "class PlantedManager {}")),
                breaks("namesSaySomething", "a base of what", in("user", "class BasePlanted {}")),
                breaks(
                        "everyPackageIsNullMarked",
                        "a package without its paragraph",
                        in("user.inner", "class Planted {}")));
    }
}
