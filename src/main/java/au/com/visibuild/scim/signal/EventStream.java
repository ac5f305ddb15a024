package au.com.visibuild.scim.signal;

import au.com.visibuild.scim.company.CompanyId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stream of security events to one receiver (SSF 1.0 §8.1.1). */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by statements only
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

    UUID id() {
        return id;
    }

    /** Whether this stream is told of that kind of event. A purge is told only to those who ask for it. */
    boolean wants(SignalType type) {
        return eventsRequested == null
                ? type != SignalType.ACCOUNT_PURGED
                : List.of(eventsRequested.split(" ")).contains(type.uri());
    }

    /** Whether people of this company are in the stream at all. */
    boolean sees(CompanyId company) {
        return companyId == null || companyId.equals(company.value());
    }
}
