package au.com.visibuild.scim.api.settings;

/** Nobody is signed in, or too long ago for what is asked. Records no stack: it leads to the sign-in. */
final class SignInNeeded extends RuntimeException {

    private final boolean again;

    SignInNeeded(boolean again) {
        super(again ? "The sign-in is too old" : "Nobody is signed in", null, false, false);
        this.again = again;
    }

    /** Whether somebody is signed in and has to show once more who it is. */
    boolean again() {
        return again;
    }
}
