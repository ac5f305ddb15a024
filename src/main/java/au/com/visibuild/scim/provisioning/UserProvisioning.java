package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.audit.AuditAction;
import au.com.visibuild.scim.audit.AuditLog;
import au.com.visibuild.scim.audit.Origin;
import au.com.visibuild.scim.outbox.OutboxRelay;
import au.com.visibuild.scim.platform.Ids;
import au.com.visibuild.scim.protocol.attribute.AttributeValue.Bool;
import au.com.visibuild.scim.protocol.attribute.ComplexValue;
import au.com.visibuild.scim.protocol.error.ScimException;
import au.com.visibuild.scim.protocol.resource.Preconditions;
import au.com.visibuild.scim.protocol.resource.ResourceVersion;
import au.com.visibuild.scim.protocol.resource.ScimResource;
import au.com.visibuild.scim.user.LoginEmail;
import au.com.visibuild.scim.user.User;
import au.com.visibuild.scim.user.UserMapping;
import au.com.visibuild.scim.user.UserReadStore;
import au.com.visibuild.scim.user.UserStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider's write does, one transaction each. Bodies come as received: the dialect repairs what
 * identity providers are known to send, then the strict core decides.
 */
@ApplicationScoped
public class UserProvisioning {

    private final UserStore users;
    private final UserReadStore reads;
    private final UserBodies bodies;
    private final UserChange change;
    private final Refusals refusals;
    private final AuditLog log;
    private final OutboxRelay relay;
    private final Ids ids;
    private final Clock clock;

    UserProvisioning(
            UserStore users,
            UserReadStore reads,
            UserBodies bodies,
            UserChange change,
            Refusals refusals,
            AuditLog log,
            OutboxRelay relay,
            Ids ids,
            Clock clock) {
        this.users = users;
        this.reads = reads;
        this.bodies = bodies;
        this.change = change;
        this.refusals = refusals;
        this.log = log;
        this.relay = relay;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a person (RFC 7644 §3.3); without {@code active} an active one. A person who was deleted comes back as a new
     * row that points to the newest old one.
     */
    public Uni<ScimResource> create(Origin origin, ComplexValue body) {
        return create(origin, ids.next(), body);
    }

    /** The same with an id that was given ahead, because another operation of a bulk refers to it. */
    Uni<ScimResource> create(Origin origin, UUID id, ComplexValue body) {
        var subject = AuditLog.Subject.named(body.text("userName"));
        var attempt = new Refusals.Attempt(origin, AuditAction.CREATE_USER, subject, () -> body);
        return refusals.guard(attempt, () -> {
            ComplexValue sent = bodies.resource(body);
            ComplexValue attributes = sent.has("active") ? sent : sent.with("active", Bool.TRUE);
            return Panache.withTransaction(() -> insert(origin, id, attributes)).chain(this::shown);
        });
    }

    private Uni<User> insert(Origin origin, UUID id, ComplexValue attributes) {
        Instant now = clock.instant();
        return users.newestDeleted(origin.company(), LoginEmail.of(attributes), attributes.text("externalId"))
                .chain(previous -> {
                    User user = new User(id, origin.company(), attributes, previous, now);
                    if (origin.kind() == Origin.Kind.SCIM) {
                        user.manageByScim(now);
                    }
                    return users.persistAndFlush(user);
                })
                .call(user -> log.done(
                        origin,
                        AuditAction.CREATE_USER,
                        new AuditLog.Subject(user.id(), user.userName()),
                        Changes.between(ComplexValue.EMPTY, attributes),
                        null));
    }

    /** Replaces a person's attributes (RFC 7644 §3.5.1); {@code active} stays as it is unless it is sent. */
    public Uni<ScimResource> replace(Origin origin, String id, Preconditions preconditions, ComplexValue body) {
        Target target = new Target(AuditAction.REPLACE_USER, id, preconditions);
        return write(origin, target, current -> bodies.replacement(current, body));
    }

    /** Changes some of a person's attributes (RFC 7644 §3.5.2): all operations or none. */
    public Uni<ScimResource> patch(Origin origin, String id, Preconditions preconditions, ComplexValue body) {
        Target target = new Target(AuditAction.UPDATE_USER, id, preconditions);
        return write(origin, target, current -> bodies.patched(current, body));
    }

    /** Changes a person's attributes by hand: {@code next} gives the new ones from the current ones, checked as a PUT's. */
    public Uni<ScimResource> edit(Origin origin, AuditAction action, String id, UnaryOperator<ComplexValue> next) {
        Target target = new Target(action, id, Preconditions.NONE);
        return write(origin, target, current -> bodies.edited(next.apply(current)));
    }

    /** Switches a person off and hides the person from SCIM for ever (RFC 7644 §3.6). */
    public Uni<Void> delete(Origin origin, String id, Preconditions preconditions) {
        Target target = new Target(AuditAction.DELETE_USER, id, preconditions);
        return refusals.guard(
                attempt(origin, target, null), () -> locked(origin, target, user -> change.delete(user, origin)));
    }

    /** Refuses a write whose body could not be read; it is logged as one that was read. */
    public <T> Uni<T> unreadable(Origin origin, AuditAction action, @Nullable String id, ScimException answer) {
        return refusals.refuse(origin, action, new AuditLog.Subject(Ids.read(id), null), answer);
    }

    private record Target(AuditAction action, String id, Preconditions preconditions) {}

    private Uni<ScimResource> write(Origin origin, Target target, UnaryOperator<ComplexValue> next) {
        // Set while the row is locked, read when a constraint refuses the result.
        AtomicReference<@Nullable ComplexValue> wanted = new AtomicReference<>();
        return refusals.guard(
                        attempt(origin, target, wanted),
                        () -> locked(origin, target, user -> {
                            ComplexValue attributes = next.apply(user.attributes());
                            wanted.set(attributes);
                            return change.apply(user, attributes, target.action(), origin);
                        }))
                .chain(this::shown);
    }

    /** The answer to a write, the same as a read's: with a manager it takes one, for the manager's name. */
    private Uni<ScimResource> shown(User user) {
        ScimResource own = UserMapping.toResource(user);
        return user.hasManager()
                ? reads.find(user.company(), user.id()).map(read -> read == null ? own : UserMapping.toResource(read))
                : Uni.createFrom().item(own);
    }

    /** Runs a change in one transaction that holds the person's row lock from the start. */
    private <T> Uni<T> locked(Origin origin, Target target, Function<User, Uni<T>> work) {
        UUID id = Ids.read(target.id());
        if (id == null) {
            return Uni.createFrom().failure(UserListing.unknown(target.id()));
        }
        return Panache.withTransaction(() -> users.findForUpdate(origin.company(), id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> UserListing.unknown(target.id()))
                        .invoke(user -> target.preconditions().requireForWrite(new ResourceVersion(user.version())))
                        .chain(work::apply))
                .invoke(relay::wake);
    }

    private static Refusals.Attempt attempt(
            Origin origin, Target target, @Nullable AtomicReference<@Nullable ComplexValue> wanted) {
        return new Refusals.Attempt(
                origin,
                target.action(),
                new AuditLog.Subject(Ids.read(target.id()), null),
                () -> wanted == null ? null : wanted.get());
    }
}
