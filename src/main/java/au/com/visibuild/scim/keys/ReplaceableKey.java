package au.com.visibuild.scim.keys;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The key and the certificate of new connections, which others can replace at any moment. A handshake that has chosen
 * the ones before ends with them: it asks for certificate and key one after the other, and both must be of one pair.
 */
final class ReplaceableKey extends X509ExtendedKeyManager {

    private static final String OF = " ";

    private record Pair(int number, X509ExtendedKeyManager keys) {}

    /** The one in use, then the one before. */
    private volatile List<Pair> pairs = List.of();

    /** From now on this one. */
    synchronized void replaceBy(X509ExtendedKeyManager keys) {
        int number = pairs.isEmpty() ? 0 : pairs.getFirst().number() + 1;
        pairs = Stream.concat(Stream.of(new Pair(number, keys)), pairs.stream().limit(1))
                .toList();
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String type, Principal @Nullable [] issuers, SSLEngine engine) {
        return inUse().map(pair -> named(pair, pair.keys().chooseEngineServerAlias(type, issuers, engine)))
                .orElse(null);
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, Socket socket) {
        return inUse().map(pair -> named(pair, pair.keys().chooseServerAlias(type, issuers, socket)))
                .orElse(null);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return inUse().map(pair -> Optional.ofNullable(pair.keys().getServerAliases(type, issuers))
                        .map(aliases -> Arrays.stream(aliases)
                                .map(alias -> named(pair, alias))
                                .toArray(String[]::new))
                        .orElse(null))
                .orElse(null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return of(alias)
                .map(pair -> pair.keys().getCertificateChain(bare(alias)))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return of(alias).map(pair -> pair.keys().getPrivateKey(bare(alias))).orElse(null);
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    private Optional<Pair> inUse() {
        return pairs.stream().findFirst();
    }

    private Optional<Pair> of(String alias) {
        return pairs.stream()
                .filter(pair -> alias.startsWith(pair.number() + OF))
                .findFirst();
    }

    private static @Nullable String named(Pair pair, @Nullable String alias) {
        return alias == null ? null : pair.number() + OF + alias;
    }

    private static String bare(String alias) {
        return alias.substring(alias.indexOf(OF) + OF.length());
    }
}
