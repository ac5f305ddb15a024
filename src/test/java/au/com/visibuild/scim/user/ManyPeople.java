package au.com.visibuild.scim.user;

import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.AttributeJson;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Complex;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Decimal;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Multi;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.filter.TextFold;
import au.com.visibuild.scim.protocol.query.SearchTerms;
import au.com.visibuild.scim.protocol.schema.AttributeDefinition;
import au.com.visibuild.scim.protocol.schema.CoreSchemas;
import au.com.visibuild.scim.protocol.schema.Mutability;
import au.com.visibuild.scim.protocol.schema.Returned;
import au.com.visibuild.scim.protocol.schema.Schema;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the table {@code users} as fast as PostgreSQL reads: five companies, their people in turn, each with what an
 * identity provider usually sends. Person 0 of the first company, and every fiftieth of the others, has every attribute
 * that there is, with rare values.
 */
final class ManyPeople {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** How many companies share the table. */
    static final int COMPANIES = 5;

    /** The company that is asked. */
    static final CompanyId COMPANY = company(0);

    /** Who has every attribute. */
    static final UUID EVERYTHING = id(0);

    private static final int BATCH = 1_000;
    private static final String ENTERPRISE = CoreSchemas.ENTERPRISE_USER.id();
    private static final List<String> TITLES = List.of("Foreman", "Crane driver", "Site manager", "Electrician");

    private ManyPeople() {}

    /** The value of the attribute that only who has every attribute has. */
    static AttributeValue rare(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case BOOLEAN -> Bool.TRUE;
            case BINARY -> AttributeValue.text("cmFyZQ==");
            case STRING, REFERENCE, DATE_TIME, DECIMAL, INTEGER, COMPLEX ->
                AttributeValue.text("Rare " + attribute.name());
        };
    }

    /** The id of the person of that number; every fifth is of the same company. Ordered as they are made. */
    static UUID id(int number) {
        return new UUID((START.plusSeconds(number).toEpochMilli() << 16) | 0x7000L, 0x8000000000000000L | number);
    }

    static String userName(int number) {
        return "person.%07d@company%d.example".formatted(number, number % COMPANIES);
    }

    static Instant created(int number) {
        return START.plusSeconds(number);
    }

    /** Makes the companies. */
    static void makeCompanies(Connection connection) throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO company (id, name, created_at) VALUES (?, ?, now())")) {
            for (int i = 0; i < COMPANIES; i++) {
                insert.setObject(1, company(i).value());
                insert.setString(2, "Company " + i);
                insert.execute();
            }
        }
    }

    /** Adds the people {@code from} (inclusive) {@code to} (exclusive), of all companies. */
    static void add(Connection connection, int from, int to) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO users SELECT * FROM json_populate_recordset(null::users, ?::json)")) {
            for (int start = from; start < to; start += BATCH) {
                String rows = IntStream.range(start, Math.min(to, start + BATCH))
                        .mapToObj(ManyPeople::row)
                        .collect(Collectors.joining(",", "[", "]"));
                insert.setString(1, rows);
                insert.execute();
            }
        }
    }

    private static String row(int number) {
        CompanyId company = company(number % COMPANIES);
        boolean everything = number == 0 || (number % COMPANIES != 0 && number / COMPANIES % 50 == 0);
        ComplexValue attributes = everything ? everything(number) : usual(number);
        Instant created = created(number);
        String userName = userName(number);
        UUID manager = UserMapping.managerId(attributes);
        ComplexValue.Builder row = ComplexValue.builder()
                .putText("id", id(number).toString())
                .putText("company_id", company.toString())
                .putText("user_name", userName)
                .putText("user_name_key", TextFold.fold(userName))
                .putText("login_email", userName)
                .putText("external_id", attributes.text("externalId"))
                .put("active", Bool.of(Bool.TRUE.equals(attributes.get("active"))))
                .putText("manager_id", manager == null ? null : manager.toString())
                .put("version", new Decimal(BigDecimal.ONE))
                .put("document", new Complex(attributes))
                .putText("created_at", created.toString())
                .putText("modified_at", created.toString());
        ComplexValue search = UserMapping.search(id(number), created, created, attributes);
        String terms = Arrays.toString(SearchTerms.of(company.toString(), search));
        String others =
                AttributeJson.write(row.put("search", new Complex(search)).build());
        return others.substring(0, others.length() - 1) + ",\"search_terms\":" + terms + "}";
    }

    private static ComplexValue usual(int number) {
        String userName = userName(number);
        String given = "Given" + number % 1_000;
        String family = "Family" + number % 7_919;
        return ComplexValue.builder()
                .putText("userName", userName)
                .putText("externalId", "external-" + number)
                .put("active", Bool.of(number > 20))
                .putText("displayName", given + " " + family)
                .put("name", object("givenName", given, "familyName", family))
                .putText("title", TITLES.get(number % TITLES.size()))
                .putText("preferredLanguage", "en-AU")
                .put("emails", Multi.of(object("value", userName, "type", "work")))
                .put(
                        "phoneNumbers",
                        Multi.of(
                                object("value", "+61 400 " + number, "type", "mobile"),
                                object("value", "+61 300 " + number, "type", "work")))
                .put("addresses", Multi.of(object("type", "work", "locality", "City " + number % 40, "country", "AU")))
                .put(ENTERPRISE, enterprise(number))
                .build();
    }

    private static Complex enterprise(int number) {
        // Everybody's manager is of the same company: a few people before.
        int manager = Math.max(number % COMPANIES, number - number % (COMPANIES * 20));
        return new Complex(ComplexValue.builder()
                .putText("employeeNumber", "E" + number)
                .putText("department", "Department " + number % 41)
                .put("manager", object("value", id(manager).toString()))
                .build());
    }

    private static ComplexValue everything(int number) {
        ComplexValue.Builder attributes = members(CoreSchemas.USER);
        return attributes
                .putText("userName", userName(number))
                .putText("externalId", number == 0 ? "Rare externalId" : "external-" + number)
                .put(
                        ENTERPRISE,
                        new Complex(members(CoreSchemas.ENTERPRISE_USER).build()))
                .build();
    }

    private static ComplexValue.Builder members(Schema schema) {
        ComplexValue.Builder members = ComplexValue.builder();
        for (AttributeDefinition attribute : schema.attributes()) {
            if (attribute.mutability() != Mutability.READ_ONLY && attribute.returned() != Returned.NEVER) {
                AttributeValue value = attribute.isComplex() ? element(attribute) : rare(attribute);
                members.put(attribute.name(), attribute.multiValued() ? Multi.of(value) : value);
            }
        }
        return members;
    }

    private static AttributeValue element(AttributeDefinition attribute) {
        ComplexValue.Builder members = ComplexValue.builder();
        attribute.subAttributes().forEach(sub -> members.put(sub.name(), rare(sub)));
        return new Complex(members.build());
    }

    private static Complex object(String... namesAndValues) {
        ComplexValue.Builder members = ComplexValue.builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.putText(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Complex(members.build());
    }

    private static CompanyId company(int number) {
        return new CompanyId(new UUID(0x7000L, 0x8000000000000000L | number));
    }
}
