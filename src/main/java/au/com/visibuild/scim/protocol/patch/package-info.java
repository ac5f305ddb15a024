/**
 * PATCH, strictly by RFC 7644 §3.5.2: a message ({@code PatchRequest}) and a resource in, the changed resource and the
 * names of what changed out. Each path becomes a {@code PatchTarget}; each op has one rulebook that says what happens
 * at each kind of target. All operations apply or none does, because nothing is changed in place. What clients send
 * beside the RFC is rewritten before it comes here. Whole replacement by PUT (§3.5.1) lives here too.
 *
 * <p>Resources are in their stored form: core attributes and {@code externalId} by name, each extension's attributes
 * in an object under its URN, without {@code id}, {@code meta} and {@code schemas}, which are derived.
 */
@NullMarked
package au.com.visibuild.scim.protocol.patch;

import org.jspecify.annotations.NullMarked;
