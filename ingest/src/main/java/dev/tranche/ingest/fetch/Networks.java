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

    /** Addresses with an embedded IPv4 address are judged by it. */
    private static boolean isPublicSix(byte[] six) {
        int first = (six[0] & 0xFF) << 8 | (six[1] & 0xFF);
        if ((first & 0xFE00) == 0xFC00 || (first & 0xFFC0) == 0xFE80) {
            return false;
        }
        boolean zero = true;
        for (int i = 0; i < 10; i++) {
            zero &= six[i] == 0;
        }
        if (zero) {
            return isPublic(Arrays.copyOfRange(six, 12, 16));
        }
        if (first == 0x2002) {
            return isPublic(Arrays.copyOfRange(six, 2, 6));
        }
        boolean translated = first == 0x0064 && six[2] == (byte) 0xFF && six[3] == (byte) 0x9B;
        if (translated) {
            return isPublic(Arrays.copyOfRange(six, 12, 16));
        }
        boolean documented = first == 0x2001 && (six[2] == 0x0D && six[3] == (byte) 0xB8);
        return !documented && !(first == 0x2001 && six[2] == 0 && six[3] == 0);
    }
}
