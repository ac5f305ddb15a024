/**
 * That what lies in {@code deployment/} would work, without a cluster: what Kustomize makes of it is looked at resource by
 * resource, alerts run against made-up series, every setting is in the table. Tools that are not there (kubectl, promtool)
 * skip their tests with a word on standard output; {@code .ci/run} brings them, and there a tool that was brought and is
 * not found fails them.
 */
@NullMarked
package au.com.visibuild.scim.deployment;

import org.jspecify.annotations.NullMarked;
