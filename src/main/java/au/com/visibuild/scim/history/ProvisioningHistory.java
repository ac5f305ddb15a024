package au.com.visibuild.scim.history;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.AuditReadStore;
import au.com.visibuild.scim.audit.Effects;
import au.com.visibuild.scim.audit.LogEntry;
import au.com.visibuild.scim.audit.LogQuery;
import au.com.visibuild.scim.audit.OldAndNew;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.company.CompanyId;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.platform.RequestRefused;
import au.com.visibuild.scim.protocol.filter.TextFold;
import au.com.visibuild.scim.user.DirectoryStore;
import au.com.visibuild.scim.user.PeopleSearchStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The provisioning log for its readers: pages, single entries with all that belongs to them, and what was hidden. */
@ApplicationScoped
public class ProvisioningHistory {

    /** How many entries a page has. */
    public static final int PAGE = 50;

    private static final int MOST_PEOPLE = 50;

    private final AuditReadStore store;
    private final AuditLog log;
    private final DirectoryStore directory;
    private final PeopleSearchStore search;
    private final Actors actors;
    private final EventTellings tellings;

    ProvisioningHistory(
            AuditReadStore store,
            AuditLog log,
            DirectoryStore directory,
            PeopleSearchStore search,
            Actors actors,
            EventTellings tellings) {
        this.store = store;
        this.log = log;
        this.directory = directory;
        this.search = search;
        this.actors = actors;
        this.tellings = tellings;
    }

    /** A filter with its people looked up. */
    record Question(LogQuery query, boolean morePeople) {}

    /** A page of the log, newest first. */
    public Uni<LogPage> page(CompanyId company, LogFilter filter, Sight sight) {
        return question(company, filter, PAGE + 1)
                .chain(question -> store.page(company, question.query(), false)
                        .chain(found -> shown(company, found, sight).map(entries -> {
                            boolean more = entries.size() > PAGE;
                            List<LogPage.Entry> page = more ? entries.subList(0, PAGE) : entries;
                            return new LogPage(page, more ? page.getLast().id() : null, question.morePeople());
                        })));
    }

    /** How many people the identity provider took access from since then. */
    public Uni<Integer> lostAccess(CompanyId company, Instant since) {
        return store.lostAccess(company, since);
    }

    /** One entry; 404 for an id that the company's log does not have. */
    public Uni<LogDetail> entry(CompanyId company, String id, Sight sight) {
        return find(company, id).chain(found -> detail(company, found, sight));
    }

    /** One entry with the personal data in it; that it was looked at is logged, with whose it was. */
    public Uni<LogDetail> reveal(Origin origin, String id) {
        CompanyId company = origin.company();
        return find(company, id)
                .chain(found -> Panache.withTransaction(() -> log.done(
                                origin,
                                AuditAction.REVEAL_PERSONAL_DATA,
                                new AuditLog.Subject(found.userId(), found.subject()),
                                OldAndNew.of("entry", null, found.id().toString()),
                                null))
                        .chain(() -> detail(company, found, Sight.EVERYTHING)));
    }

    /** What a filter means: people by name become people by id. */
    Uni<Question> question(CompanyId company, LogFilter filter, int size) {
        String person = filter.person() == null ? "" : filter.person().strip();
        UUID id = Ids.read(person);
        if (person.isEmpty() || id != null) {
            LogQuery.People people = id == null ? null : new LogQuery.People(List.of(id), null);
            return Uni.createFrom().item(new Question(query(filter, people, size), false));
        }
        return search.byBeginning(company, person, MOST_PEOPLE + 1).map(found -> {
            boolean more = found.size() > MOST_PEOPLE;
            List<UUID> people = more ? found.subList(0, MOST_PEOPLE) : found;
            return new Question(query(filter, new LogQuery.People(people, TextFold.fold(person)), size), more);
        });
    }

    private static LogQuery query(LogFilter filter, LogQuery.@Nullable People people, int size) {
        return new LogQuery(
                filter.from(),
                filter.to(),
                filter.actions(),
                filter.outcomes(),
                filter.statuses(),
                filter.actor(),
                filter.requestId(),
                people,
                filter.before(),
                size);
    }

    /** Rows as their reader sees them. */
    Uni<List<LogPage.Entry>> shown(CompanyId company, List<LogEntry> rows, Sight sight) {
        List<String> by = rows.stream().map(LogEntry::by).distinct().toList();
        return actors.names(company, by)
                .map(names -> rows.stream()
                        .map(row -> entry(row, names.getOrDefault(row.by(), row.actor()), sight))
                        .toList());
    }

    private static LogPage.Entry entry(LogEntry row, String actor, Sight sight) {
        String name = Masking.name(row.subject(), sight);
        return new LogPage.Entry(
                row.id(),
                row.at(),
                row.action(),
                LogWords.what(row, name),
                row.outcome(),
                row.userId() == null && name == null ? null : new LogPage.Person(row.userId(), name),
                new LogPage.Actor(row.actorKind(), row.actor(), actor),
                row.status(),
                row.reason(),
                LogWords.effects(Effects.of(row.effects())),
                row.requestId());
    }

    private Uni<LogEntry> find(CompanyId company, String id) {
        UUID entry = Ids.read(id);
        return (entry == null ? Uni.createFrom().<LogEntry>nullItem() : store.find(company, entry))
                .onItem()
                .ifNull()
                .failWith(() -> RequestRefused.unknown("The log has no such entry."));
    }

    private Uni<LogDetail> detail(CompanyId company, LogEntry row, Sight sight) {
        Effects effects = Effects.of(row.effects());
        List<LogDetail.Change> changes = ChangedValues.of(row.changes(), row.userId() != null, sight);
        int hidden = (int) changes.stream().filter(LogDetail.Change::hidden).count();
        return shown(company, List.of(row), sight)
                .chain(shown -> tellings.of(company, row.userId(), effects.txn())
                        .chain(events -> existing(company, row.relatedUserId(), sight)
                                .map(existing -> new LogDetail(
                                        shown.getFirst(),
                                        LogWords.remedy(row),
                                        row.scimType(),
                                        changes,
                                        hidden,
                                        effects,
                                        events,
                                        existing.length == 0 ? null : existing[0]))));
    }

    /** None or one: the person of the company who stood in the way of a request, as a reader of this sight sees it. */
    public Uni<LogDetail.Existing[]> existing(CompanyId company, String requestId, Sight sight) {
        LogQuery ofRequest = new LogQuery(null, null, Set.of(), Set.of(), Set.of(), null, requestId, null, null, PAGE);
        return store.page(company, ofRequest, false)
                .map(rows -> rows.stream()
                        .map(LogEntry::relatedUserId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))
                .chain(person -> existing(company, person, sight));
    }

    /** None or one. */
    private Uni<LogDetail.Existing[]> existing(CompanyId company, @Nullable UUID person, Sight sight) {
        if (person == null) {
            return Uni.createFrom().item(new LogDetail.Existing[0]);
        }
        return directory
                .find(company, person)
                .map(found -> found == null
                        ? new LogDetail.Existing[0]
                        : new LogDetail.Existing[] {
                            new LogDetail.Existing(
                                    found.id(),
                                    Objects.requireNonNullElse(Masking.name(found.userName(), sight), ""),
                                    Masking.name(found.loginEmail(), sight),
                                    found.active(),
                                    found.scimManagedSince(),
                                    found.createdAt())
                        });
    }
}
