/**
 * Whether a company's identity provider reaches us, and why not: the connection's state, and a doctor who judges by what
 * was really received and never guesses.
 *
 * <p>Walk: {@code api.scim.RequestWatch → ConnectionLog}, which keeps what it saw in memory and writes it down every
 * second, apart from the requests; {@code api.admin → ConnectionOverview, ConnectionDoctor → ConnectionStore}. A request
 * is linked to a company by the token that it carried, or by the token's public key id when the rest is damaged; a request
 * without any such trace is shown to nobody. No part of a token is kept but its key id and its length.
 */
@NullMarked
package au.com.visibuild.scim.connection;

import org.jspecify.annotations.NullMarked;
