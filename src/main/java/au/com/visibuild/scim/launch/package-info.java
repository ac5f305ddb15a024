/**
 * The start: decides by profile where the database comes from, waits for it, refuses a production that stands on
 * demo keys or demo data, and says plainly what is missing. It looks before the framework starts, and at the database
 * while it starts, so that a wrong setting is a message and not a stack trace. Nothing imports this room.
 *
 * <p>The walk: {@code Service.main} → {@code LaunchSettings} → {@code ProductionGuard} → {@code DemoDatabase} (dev
 * and demo without a database of their own) → {@code DatabaseAtStart} ({@code DatabaseGate}, {@code DatabaseSchema})
 * beside Quarkus → {@code StartLines}, and in an executable {@code StartPages}. With the argument {@code migrate}:
 * {@code Service.main} → {@code DatabaseGate} → {@code DatabaseSchema}, and the end.
 */
@NullMarked
package au.com.visibuild.scim.launch;

import org.jspecify.annotations.NullMarked;
