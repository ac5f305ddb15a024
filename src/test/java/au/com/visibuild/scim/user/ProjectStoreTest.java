package au.com.visibuild.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.fixture.PostgresResource;
import au.com.visibuild.scim.fixture.TwoCompanies;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProjectStoreTest {

    @TestHTTPResource
    URI root;

    @Inject
    ProjectStore store;

    private TwoCompanies two;

    @BeforeEach
    void twoCompanies() {
        two = TwoCompanies.make(root);
    }

    @Test
    void neverSeesAnotherCompanysRows() {
        assertThat(InTransaction.await(() -> store.find(two.a(), two.bridge()))).isNull();
        assertThat(Objects.requireNonNull(InTransaction.await(() -> store.find(two.b(), two.bridge())))
                        .id())
                .isEqualTo(two.bridge());
        assertThat(InTransaction.await(() -> store.page(two.a(), 0, 100)))
                .extracting(Project::id)
                .containsExactly(two.airport());
        assertThat(InTransaction.await(() -> store.page(two.a(), 1, 100))).isEmpty();
    }
}
