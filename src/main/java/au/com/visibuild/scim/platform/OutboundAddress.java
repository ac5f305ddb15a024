package au.com.visibuild.scim.platform;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by the special-purpose registries of IANA (RFC 6890). A URL
 * that a company's admin gave must not make the service ask its own neighbours: decide by the resolved address, and
 * connect to that very address, for a name may mean another one a moment later.
 */
public final class OutboundAddress {

    /** Of bytes: a native executable is built with these constants in it, and they may hold nothing of its network. */
    private static final class Block {
        private final byte[] network;
        private final int bits;

        Block(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        boolean holds(byte[] other) {
            if (other.length != network.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = bits % 8 == 0 ? 0 : 0xFF << (8 - bits % 8) & 0xFF;
            return Arrays.equals(other, 0, whole, network, 0, whole)
                    && (mask == 0 || (other[whole] & mask) == (network[whole] & mask));
        }
    }

    private static final List<Block> NOT_PUBLIC = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3),
            block("2001::", 23),
            block("2001:db8::", 32),
            block("2002::", 16),
            block("3fff::", 20));

    private static final Block GLOBAL_UNICAST = block("2000::", 3);

    /** IPv4 seen from a network that has IPv6 only (RFC 6052): the last four bytes are the address. */
    private static final Block NAT64 = block("64:ff9b::", 96);

    private OutboundAddress() {}

    /** Whether it is an address of the public internet. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.holds(bytes)) {
            return isPublic(Arrays.copyOfRange(bytes, 12, 16));
        }
        return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(bytes)) && isPublic(bytes);
    }

    private static boolean isPublic(byte[] address) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    private static Block block(String network, int bits) {
        try {
            return new Block(InetAddress.getByName(network).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address needs no resolver", e);
        }
    }
}
