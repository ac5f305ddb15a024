package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stream of security events to one receiver (SSF 1.0 §8.1.1). */
@Entity
@SuppressWarnings("UnusedVariable") // the owner is read by statements only
@Table(name = "stream")
class EventStream {

    @Id
    private UUID id;

    private String owner;

    @Column(name = "company_id")
    private @Nullable UUID companyId;

    private String audience;

    @Enumerated(EnumType.STRING)
    private DeliveryMethod method;

    @Column(name = "endpoint_url")
    private @Nullable String endpointUrl;

    @Column(name = "authorization_header")
    private @Nullable String authorizationHeader;

    @Column(name = "events_requested")
    private @Nullable String eventsRequested;

    private @Nullable String description;

    @Column(name = "subject_format")
    @Enumerated(EnumType.STRING)
    private SubjectFormat subjectFormat;

    @Enumerated(EnumType.STRING)
    private StreamStatus status;

    @Column(name = "status_reason")
    private @Nullable String statusReason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "last_verified_at")
    private @Nullable Instant lastVerifiedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected EventStream() {}

    EventStream(UUID id, StreamOwner owner, Instant now) {
        this.id = id;
        this.owner = owner.name();
        this.companyId = owner.company() == null ? null : owner.company().value();
        this.audience = "";
        this.method = DeliveryMethod.POLL;
        this.subjectFormat = SubjectFormat.EMAIL;
        this.status = StreamStatus.ENABLED;
        this.createdAt = now;
        this.updatedAt = now;
        this.lastSeenAt = now;
    }

    UUID id() {
        return id;
    }

    StreamStatus status() {
        return status;
    }

    /** The secret of its pushes as the table has it, or null. */
    @Nullable
    String authorization() {
        return authorizationHeader;
    }

    /** How it looks to its owner, without the secret of its pushes. */
    StreamView view() {
        return view(null);
    }

    /** The same with the secret, as the owner knows it. */
    StreamView view(@Nullable String secret) {
        StreamSettings settings =
                new StreamSettings(method, endpointUrl, secret, requested(), description, subjectFormat);
        List<String> delivered = SignalType.ofPeople().stream()
                .filter(this::wants)
                .map(SignalType::uri)
                .toList();
        return new StreamView(id, audience, settings, delivered, status, statusReason);
    }

    /** When its owner was last there. */
    Instant lastSeen() {
        return lastSeenAt;
    }

    void seen(Instant now) {
        lastSeenAt = now;
    }

    /** Takes over what its owner says, the secret in the form that the table has. The audience is what the first settings make it, and stays. */
    void set(StreamSettings settings, @Nullable String lockedSecret, Instant now) {
        method = settings.method();
        endpointUrl = settings.endpoint();
        authorizationHeader = lockedSecret;
        eventsRequested = settings.events() == null ? null : String.join(" ", settings.events());
        description = settings.description();
        subjectFormat = settings.format();
        if (audience.isEmpty()) {
            audience = settings.endpoint() == null ? "urn:uuid:" + id : settings.endpoint();
        }
        updatedAt = now;
        lastSeenAt = now;
    }

    void status(StreamStatus next, @Nullable String reason, Instant now) {
        status = next;
        statusReason = reason;
        updatedAt = now;
        lastSeenAt = now;
    }

    /** When a verification may be asked for again. */
    Instant nextVerification(Duration interval) {
        return lastVerifiedAt == null ? Instant.MIN : lastVerifiedAt.plus(interval);
    }

    void verified(Instant now) {
        lastVerifiedAt = now;
        lastSeenAt = now;
    }

    /** Whether this stream is told of that kind of event. A purge is told only to those who ask for it. */
    boolean wants(SignalType type) {
        List<String> requested = requested();
        return requested == null ? type != SignalType.ACCOUNT_PURGED : requested.contains(type.uri());
    }

    private @Nullable List<String> requested() {
        if (eventsRequested == null) {
            return null;
        }
        return eventsRequested.isEmpty() ? List.of() : List.of(eventsRequested.split(" "));
    }

    /** Whether people of this company are in the stream at all. */
    boolean sees(CompanyId company) {
        return companyId == null || companyId.equals(company.value());
    }
}
