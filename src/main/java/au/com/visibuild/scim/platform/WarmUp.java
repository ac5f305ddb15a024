package au.com.visibuild.scim.platform;

/**
 * The time to load what the first requests would otherwise load on the event loop: fired once, on a thread that may
 * wait. On a JVM before the first request is let in, for it has classes to load as well, seconds of them. In an
 * executable a little after the first request is let in: nothing here is needed to answer it.
 */
public record WarmUp() {}
