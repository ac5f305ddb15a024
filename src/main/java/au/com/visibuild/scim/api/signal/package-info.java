/**
 * The Shared Signals API (SSF 1.0): receivers, known by the JWT of a platform or of a company's admin, make and keep their
 * streams. Walk: {@code StreamResource} → {@code signal}.
 */
@NullMarked
package au.com.visibuild.scim.api.signal;

import org.jspecify.annotations.NullMarked;
