package au.com.visibuild.scim.bench;

import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.Filter;
import au.com.visibuild.scim.protocol.filter.FilterEvaluator;
import au.com.visibuild.scim.protocol.filter.FilterParser;
import au.com.visibuild.scim.protocol.filter.FilterTypeCheck;
import au.com.visibuild.scim.protocol.filter.TypedFilter;
import au.com.visibuild.scim.protocol.query.ColumnMap;
import au.com.visibuild.scim.protocol.query.SearchColumn;
import au.com.visibuild.scim.protocol.query.SqlFilter;
import au.com.visibuild.scim.protocol.query.SqlFragment;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a filter's text to SQL, and to an answer in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FilterBenchmark {

    private static final ColumnMap COLUMNS = new ColumnMap(
            CoreSchemas.USER_TYPE,
            new SearchColumn("search", "search_terms"),
            "id",
            Map.of("userName", new ColumnMap.Column.Text("user_name_key", true, false)));

    @Param({"lookup", "long"})
    public String filter = "lookup";

    private String text = "";
    private TypedFilter typed = new TypedFilter.And(List.of());
    private ComplexValue person = ComplexValue.EMPTY;

    @Setup
    public void read() {
        text = filter.equals("long") ? People.LONG_FILTER : People.LOOKUP;
        typed = FilterTypeCheck.check(FilterParser.parse(text), CoreSchemas.USER_TYPE);
        person = People.object(People.PERSON);
    }

    @Benchmark
    public Filter parse() {
        return FilterParser.parse(text);
    }

    @Benchmark
    public TypedFilter parseAndType() {
        return FilterTypeCheck.check(FilterParser.parse(text), CoreSchemas.USER_TYPE);
    }

    @Benchmark
    public SqlFragment compileToSql() {
        return SqlFilter.compile(typed, COLUMNS, "0b5a0c5e-0000-4000-8000-000000000001", 2);
    }

    @Benchmark
    public boolean evaluate() {
        return FilterEvaluator.matches(typed, person);
    }
}
