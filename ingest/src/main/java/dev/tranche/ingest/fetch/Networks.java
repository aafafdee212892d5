package dev.tranche.ingest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Distinguishes addresses of the public network from those of this machine, the local network and no network at all.
 */
final class Networks {

    private Networks() {}

    /** Does this address reach the same host from anywhere on the Internet? Decided by the registries of RFC 6890. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(byte[] four) {
        int a = four[0] & 0xFF;
        int b = four[1] & 0xFF;
        int c = four[2] & 0xFF;
        boolean reserved = a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
        return !reserved;
    }

    /**
     * Addresses with an embedded IPv4 address are judged by it; of the others, only 2000::/3 is given to hosts of the
     * Internet.
     */
    private static boolean isPublicSix(byte[] six) {
        if (isZero(six, 0, 10)) {
            return isPublic(Arrays.copyOfRange(six, 12, 16));
        }
        int first = (six[0] & 0xFF) << 8 | (six[1] & 0xFF);
        int second = (six[2] & 0xFF) << 8 | (six[3] & 0xFF);
        if (first == 0x0064 && second == 0xFF9B && isZero(six, 4, 12)) {
            return isPublic(Arrays.copyOfRange(six, 12, 16));
        }
        if (first == 0x2002) {
            return isPublic(Arrays.copyOfRange(six, 2, 6));
        }
        boolean given = (first & 0xE000) == 0x2000;
        boolean ofProtocols = first == 0x2001 && second < 0x0200;
        boolean documented = (first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second < 0x1000);
        return given && !ofProtocols && !documented;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
