package au.com.visibuild.scim.differential;

import au.com.visibuild.scim.company.Company;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.company.CompanyStore;
import au.com.visibuild.scim.fixture.InTransaction;
import au.com.visibuild.scim.protocol.attribute.AttributeValue;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.query.ListQuery;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserMapping;
import au.com.visibuild.scim.user.UserReadStore;
import au.com.visibuild.scim.user.UserStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * A company of random people in the database, and the same people in memory.
 *
 * @param people by id, in their full representation: what was put into the store, with the metadata that it gives
 */
record Population(CompanyId company, Map<UUID, ComplexValue> people) {

    private static final Instant FIRST = Instant.parse("2026-01-31T09:30:00Z");
    private static final int BATCH = 50;

    /** So many people, and as many in a company beside them that nothing may see. */
    static Population store(int size, CompanyStore companies, UserStore users, UserReadStore reads) {
        List<ComplexValue> bodies = new ArrayList<>();
        Trials.generate(size, People.stored(0.45), bodies::add);
        insert(company(companies), bodies, users, false);
        CompanyId company = company(companies);
        Map<UUID, ComplexValue> attributes = insert(company, bodies, users, true);
        Map<UUID, ComplexValue> people = new LinkedHashMap<>();
        InTransaction.onEventLoop(
                        () -> reads.page(company, new ListQuery(null, null, true, 1, ListQuery.MAX_COUNT, null)))
                .users()
                .forEach(stored -> {
                    ScimResource served = UserMapping.toResource(stored);
                    ComplexValue sent = Objects.requireNonNull(attributes.get(stored.id()));
                    people.put(stored.id(), new ScimResource(served.id(), sent, served.meta()).representation(""));
                });
        return new Population(company, people);
    }

    private static CompanyId company(CompanyStore companies) {
        CompanyId id = new CompanyId(UUID.randomUUID());
        InTransaction.await(() -> companies.persist(new Company(id, "Random people", FIRST)));
        return id;
    }

    private static Map<UUID, ComplexValue> insert(
            CompanyId company, List<ComplexValue> bodies, UserStore users, boolean mayBeActive) {
        Random random = new Random(bodies.size());
        Map<UUID, ComplexValue> all = new HashMap<>();
        Map<String, Integer> externalIds = new HashMap<>();
        List<User> batch = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            ComplexValue attributes = unique(bodies.get(i), i, mayBeActive && i % 3 != 0, company, externalIds);
            UUID id = UUID.nameUUIDFromBytes((company.toString() + i).getBytes(StandardCharsets.UTF_8));
            Instant made = FIRST.plus(random.nextInt(9), ChronoUnit.MICROS).plusSeconds(random.nextInt(3));
            User user = new User(id, company, attributes.without("title"), null, made);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                user.change(attributes.without("title"), made.plusMillis(changes));
            }
            user.change(attributes, made.plusSeconds(random.nextInt(3)));
            batch.add(user);
            all.put(id, attributes);
            if (batch.size() == BATCH || i == bodies.size() - 1) {
                List<User> full = List.copyOf(batch);
                InTransaction.await(() -> users.persist(full));
                batch.clear();
            }
        }
        return all;
    }

    /** What must be unique made so; who is active logs in with an address that nobody else has. */
    private static ComplexValue unique(
            ComplexValue body, int number, boolean active, CompanyId company, Map<String, Integer> externalIds) {
        String name = body.text("userName") + number + (active ? "@" + company + ".example" : "");
        ComplexValue attributes = body.with(
                        "userName", AttributeValue.text(active ? name.replaceAll("\\s|\\h", "_") : name))
                .with("active", Bool.of(active));
        String externalId = body.text("externalId");
        if (externalId != null && externalIds.merge(externalId, 1, Integer::sum) > 1) {
            return attributes.with("externalId", AttributeValue.text(externalId + number));
        }
        return attributes;
    }
}
