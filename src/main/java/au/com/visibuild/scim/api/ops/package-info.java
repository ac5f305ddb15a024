/**
 * What operators ask, and what they are told: liveness asks nothing but the process; readiness is the database's, and shows
 * how far behind the events are ({@code DeliveryCheck}). Metrics are Micrometer's and those of the rooms; {@code RouteLabels}
 * keeps callers' text out of them. Each request ends in one log line ({@code RequestEnd}). The certificate is looked after here
 * ({@code CertificateReload}), the time to warm up ({@code WarmUpTime}), and the goodbye to callers ({@code Farewell}).
 */
@NullMarked
package au.com.visibuild.scim.api.ops;

import org.jspecify.annotations.NullMarked;
