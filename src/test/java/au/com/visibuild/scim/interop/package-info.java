/** Conversations of identity providers, replayed: one file, one test, no code per case. */
@NullMarked
package au.com.visibuild.scim.interop;

import org.jspecify.annotations.NullMarked;
