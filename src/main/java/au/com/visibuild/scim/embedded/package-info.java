/**
 * The PostgreSQL that comes with the development and demo packages and with the tests, so that nothing has to be
 * installed: unpacks it, makes and keeps its data directory, starts, adopts and stops the server. Called by
 * {@code launch} before the application starts, and by the tests' fixtures; knows nothing of SCIM. The production
 * package does not contain the PostgreSQL archives nor what unpacks them, and never gets here.
 */
@NullMarked
package au.com.visibuild.scim.embedded;

import org.jspecify.annotations.NullMarked;
