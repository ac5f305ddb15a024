package au.com.visibuild.scim.connection;

import au.com.visibuild.scim.company.CompanyId;
import java.time.Instant;

/** How many requests of a company came to what, in a piece of time. */
record Count(long reads, long writes, long refused, long failed) {

    static final Count NONE = new Count(0, 0, 0, 0);

    private static final long PIECE = 300;

    /** Whose, and which piece of time. */
    record Key(CompanyId company, Instant beginsAt) {
        static Key of(CompanyId company, Instant at) {
            return new Key(company, Instant.ofEpochSecond(at.getEpochSecond() / PIECE * PIECE));
        }
    }

    static Count of(SeenRequest seen, Finding finding) {
        if (finding == Finding.FAULT) {
            return new Count(0, 0, 0, 1);
        }
        if (!finding.isWell()) {
            return new Count(0, 0, 1, 0);
        }
        return seen.reads() ? new Count(1, 0, 0, 0) : new Count(0, 1, 0, 0);
    }

    static Count refused(long number) {
        return new Count(0, 0, number, 0);
    }

    Count plus(Count more) {
        return new Count(reads + more.reads, writes + more.writes, refused + more.refused, failed + more.failed);
    }
}
