package au.com.visibuild.scim.provisioning;

import au.com.visibuild.scim.outbox.EventType;
import au.com.visibuild.scim.outbox.Outbox;
import au.com.visibuild.scim.session.RevocationReason;
import au.com.visibuild.scim.session.SessionRevocation;
import au.com.visibuild.scim.user.EndReason;
import au.com.visibuild.scim.user.MembershipStore;
import au.com.visibuild.scim.user.RoleStore;
import au.com.visibuild.scim.user.User;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * What happens when a person is switched off: every role and every project membership is ended, every login session is
 * revoked, the events that tell the platforms are in the outbox. One path for PATCH, PUT, DELETE, Bulk and a by-hand
 * deactivation, always inside the transaction that makes the person inactive and under that person's row lock, so that
 * it happens whole or not at all. The caller adds the provisioning log's row, with the effects returned here.
 */
@ApplicationScoped
public class Deprovisioning {

    private final RoleStore roles;
    private final MembershipStore memberships;
    private final SessionRevocation sessions;
    private final Outbox outbox;
    private final Clock clock;

    Deprovisioning(
            RoleStore roles, MembershipStore memberships, SessionRevocation sessions, Outbox outbox, Clock clock) {
        this.roles = roles;
        this.memberships = memberships;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How much access a person lost. */
    public record Effects(int rolesEnded, int projectsEnded, int sessionsEnded) {}

    /**
     * Ends everything the person had.
     *
     * @param user the person, already inactive in this transaction
     * @param cause names the person by the login e-mail before the change
     */
    public Uni<Effects> switchOff(User user, Outbox.Cause cause) {
        Instant now = clock.instant();
        return roles.endAll(user.company(), user.id(), now, EndReason.DEPROVISIONED)
                .chain(rolesEnded -> memberships
                        .endAll(user.company(), user.id(), now, EndReason.DEPROVISIONED)
                        .chain(projectsEnded -> sessions.revokeAll(user, RevocationReason.DEPROVISIONED, cause)
                                .map(sessionsEnded -> new Effects(rolesEnded, projectsEnded, sessionsEnded))))
                .call(() -> outbox.append(cause, EventType.ACCOUNT_DISABLED));
    }
}
