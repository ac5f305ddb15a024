package au.com.visibuild.scim.api;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AllowedMethodsTest {

    @Test
    void areTheMethodsOfTheRunningApplication() {
        // given
        Map<String, Set<String>> offered = new TreeMap<>();
        Routes.ofTheRunningApplication().stream()
                .filter(route -> !route.contains("/demo/"))
                .map(route -> route.split(" "))
                .forEach(route -> offered.computeIfAbsent(route[1].replaceAll("\\{[^}]+}", "x"), _ -> new TreeSet<>())
                        .add(route[0]));

        // then
        assertThat(offered).isNotEmpty();
        offered.forEach(
                (path, methods) -> assertThat(AllowedMethods.at(path)).as(path).isEqualTo(methods));
    }

    @Test
    void nothingIsAllowedWhereNothingIs() {
        assertThat(AllowedMethods.at("/nothing")).isEmpty();
        assertThat(AllowedMethods.at("/scim_v2/Nothing")).isEmpty();
        assertThat(AllowedMethods.at("/scim_v2/Users/a/b")).isEmpty();
        assertThat(AllowedMethods.at("/")).isEmpty();
    }

    @Test
    void bothBasesAndAnyRunOfSlashesAllowTheSame() {
        assertThat(AllowedMethods.at("/scim/v2/Users")).containsExactly("GET", "POST");
        assertThat(AllowedMethods.at("//scim//v2///Users/")).containsExactly("GET", "POST");
    }
}
