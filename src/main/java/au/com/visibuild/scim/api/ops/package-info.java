/**
 * What operators ask: liveness and readiness, on the management port. Liveness asks nothing but the process;
 * readiness is the database's (the reactive pool and Flyway's JDBC pool have checks of their own), and shows how far behind
 * the events are ({@code DeliveryCheck}). Metrics are
 * Micrometer's and those of the rooms; {@code RouteLabels} keeps callers' text out of them.
 */
@NullMarked
package au.com.visibuild.scim.api.ops;

import org.jspecify.annotations.NullMarked;
