package au.com.visibuild.scim.bench;

import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.interop.Dialect;
import au.com.visibuild.scim.protocol.patch.PatchEngine;
import au.com.visibuild.scim.protocol.patch.PatchRequest;
import au.com.visibuild.scim.protocol.patch.PatchResult;
import au.com.visibuild.scim.protocol.projection.Projection;
import au.com.visibuild.scim.protocol.projection.Projector;
import au.com.visibuild.scim.protocol.query.SearchDocument;
import au.com.visibuild.scim.protocol.query.SearchTerms;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.ResourceValidator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one write and one answer cost in the core: reading, validating, patching, indexing, projecting, writing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResourceBenchmark {

    private static final Dialect DIALECT = Dialect.standard();

    private final byte[] body = People.bytes(People.PERSON);
    private final ComplexValue read = People.object(People.PERSON);
    private final ComplexValue stored = new ResourceValidator(CoreSchemas.USER_TYPE).validate(read);
    private final PatchRequest changes = PatchRequest.parse(People.object(People.CHANGES));
    private final ComplexValue changesRead = People.object(People.CHANGES);
    private final ComplexValue search = SearchDocument.of(stored, CoreSchemas.USER_TYPE);
    private final Projection some = Projection.parse("userName,name.familyName,emails.value", null);

    @Benchmark
    public ComplexValue readJson() {
        return AttributeJson.parseObject(body);
    }

    @Benchmark
    public byte[] writeJson() {
        return AttributeJson.writeBytes(stored);
    }

    @Benchmark
    public ComplexValue validate() {
        return new ResourceValidator(CoreSchemas.USER_TYPE).validate(read);
    }

    @Benchmark
    public ComplexValue readAsIdentityProvidersWrite() {
        return DIALECT.resourceBody(read, CoreSchemas.USER_TYPE).request();
    }

    @Benchmark
    public PatchRequest readPatch() {
        return DIALECT.patchBody(changesRead, CoreSchemas.USER_TYPE).request();
    }

    @Benchmark
    public PatchResult patch() {
        return PatchEngine.strict(CoreSchemas.USER_TYPE).apply(stored, changes);
    }

    @Benchmark
    public ComplexValue searchDocument() {
        return SearchDocument.of(stored, CoreSchemas.USER_TYPE);
    }

    @Benchmark
    public Long[] searchTerms() {
        return SearchTerms.of("0b5a0c5e-0000-4000-8000-000000000001", search);
    }

    @Benchmark
    public ComplexValue projectAll() {
        return Projector.apply(stored, Projection.DEFAULT, CoreSchemas.USER_TYPE);
    }

    @Benchmark
    public ComplexValue projectSome() {
        return Projector.apply(stored, some, CoreSchemas.USER_TYPE);
    }
}
