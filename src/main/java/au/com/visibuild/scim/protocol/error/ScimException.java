package au.com.visibuild.scim.protocol.error;

import org.jspecify.annotations.Nullable;

/**
 * The only exception of the protocol core. It carries the answer the caller will get, is built by the factories below,
 * and records no stack: it reports a caller's mistake, not ours.
 */
public final class ScimException extends RuntimeException {

    private final ScimError error;

    private ScimException(int status, @Nullable ScimType type, String detail) {
        super(detail, null, false, false);
        this.error = new ScimError(status, type, detail);
    }

    /** The answer for the caller. */
    public ScimError error() {
        return error;
    }

    /** 400: the filter cannot be understood or asks for a comparison its attribute does not allow. */
    public static ScimException invalidFilter(String detail) {
        return new ScimException(400, ScimType.INVALID_FILTER, detail);
    }

    /** 400: the path of a PATCH operation cannot be understood. */
    public static ScimException invalidPath(String detail) {
        return new ScimException(400, ScimType.INVALID_PATH, detail);
    }

    /** 400: the body is not built as its schema says. */
    public static ScimException invalidSyntax(String detail) {
        return new ScimException(400, ScimType.INVALID_SYNTAX, detail);
    }

    /** 400: a value is missing or of the wrong type. */
    public static ScimException invalidValue(String detail) {
        return new ScimException(400, ScimType.INVALID_VALUE, detail);
    }

    /** 400: the attribute may not be changed this way. */
    public static ScimException mutability(String detail) {
        return new ScimException(400, ScimType.MUTABILITY, detail);
    }

    /** 400: the PATCH path matches nothing. */
    public static ScimException noTarget(String detail) {
        return new ScimException(400, ScimType.NO_TARGET, detail);
    }

    /** 400: the cursor does not belong to this query. */
    public static ScimException invalidCursor(String detail) {
        return new ScimException(400, ScimType.INVALID_CURSOR, detail);
    }

    /** 400: the cursor is too old. */
    public static ScimException expiredCursor(String detail) {
        return new ScimException(400, ScimType.EXPIRED_CURSOR, detail);
    }

    /** 400: the count beside a cursor is no count. */
    public static ScimException invalidCount(String detail) {
        return new ScimException(400, ScimType.INVALID_COUNT, detail);
    }

    /** 400: the result is larger than the service computes. */
    public static ScimException tooMany(String detail) {
        return new ScimException(400, ScimType.TOO_MANY, detail);
    }

    /** 409: a value that must be unique is taken. */
    public static ScimException uniqueness(String detail) {
        return new ScimException(409, ScimType.UNIQUENESS, detail);
    }

    /** 409: the request cannot be carried out as things are. */
    public static ScimException conflict(String detail) {
        return new ScimException(409, null, detail);
    }

    /** 403: the request is understood and refused. */
    public static ScimException forbidden(String detail) {
        return new ScimException(403, null, detail);
    }

    /** 404: no such resource, for this caller. */
    public static ScimException notFound(String detail) {
        return new ScimException(404, null, detail);
    }

    /** 412: the resource is no longer at the version the caller named. */
    public static ScimException preconditionFailed(String detail) {
        return new ScimException(412, null, detail);
    }

    /** 413: the body is larger than the service reads. */
    public static ScimException tooLarge(String detail) {
        return new ScimException(413, null, detail);
    }

    /** 501: the operation is not offered. */
    public static ScimException notImplemented(String detail) {
        return new ScimException(501, null, detail);
    }
}
