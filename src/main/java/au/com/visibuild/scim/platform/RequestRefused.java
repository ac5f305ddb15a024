package au.com.visibuild.scim.platform;

/**
 * A request outside of SCIM that is understood and not carried out. Records no stack: it reports the
 * caller's mistake or a rule, not a fault of ours.
 */
public final class RequestRefused extends RuntimeException {

    private final int status;
    private final long retryAfter;

    private RequestRefused(int status, String detail) {
        this(status, detail, 0);
    }

    private RequestRefused(int status, String detail, long retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status of the answer. The message is its detail, for the caller. */
    public int status() {
        return status;
    }

    /** In how many seconds the same request may succeed, or 0 when nothing is known of that. */
    public long retryAfter() {
        return retryAfter;
    }

    /** The message: one or two sentences that tell the caller what to change. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** 400: a value is missing or of the wrong form. */
    public static RequestRefused invalid(String detail) {
        return new RequestRefused(400, detail);
    }

    /** 401: nobody knows whose request it is. */
    public static RequestRefused unauthenticated(String detail) {
        return new RequestRefused(401, detail);
    }

    /** 403: this caller may not do this. */
    public static RequestRefused forbidden(String detail) {
        return new RequestRefused(403, detail);
    }

    /** 404: nothing of that id, for this caller. */
    public static RequestRefused unknown(String detail) {
        return new RequestRefused(404, detail);
    }

    /** 409: not in the state that things are in. */
    public static RequestRefused conflict(String detail) {
        return new RequestRefused(409, detail);
    }

    /** 429: asked too often; the same request may succeed in so many seconds. */
    public static RequestRefused tooOften(String detail, long retryAfter) {
        return new RequestRefused(429, detail, retryAfter);
    }

    /** 503: something that the request needs cannot be reached now; the same request may succeed later. */
    public static RequestRefused unavailable(String detail) {
        return new RequestRefused(503, detail);
    }
}
