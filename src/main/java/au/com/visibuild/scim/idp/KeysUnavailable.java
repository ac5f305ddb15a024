package au.com.visibuild.scim.idp;

/** The identity provider's keys cannot be had. The message says why, for the log; it records no stack. */
final class KeysUnavailable extends RuntimeException {

    KeysUnavailable(String reason) {
        super(reason, null, false, false);
    }
}
