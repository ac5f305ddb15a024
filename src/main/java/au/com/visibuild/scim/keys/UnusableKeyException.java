package au.com.visibuild.scim.keys;

/** A key cannot be read or is too weak; the message finishes the sentence "the key cannot be used: …". */
public final class UnusableKeyException extends RuntimeException {

    UnusableKeyException(String message) {
        super(message);
    }

    UnusableKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
