package dev.tranche.api;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** Finds out where a request comes from. */
final class Sender {

    private static final Pattern PORT_AFTER_IPV4 = Pattern.compile("([0-9.]{7,15}):[0-9]{1,5}");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9a-fA-F:.]{2,45})](?::[0-9]{1,5})?");
    private static final int LONGEST = 45;

    private Sender() {}

    /**
     * Returns the address of the sender: the one at the other end, or behind a proxy on this machine the one that the
     * proxy saw.
     *
     * @param forwarded the values of all headers X-Forwarded-For, in order; only the last address in them was written by
     *     the proxy itself
     */
    static String address(String remote, Collection<String> forwarded, boolean behindProxy) {
        if (!behindProxy || !isLoopback(remote)) {
            return remote;
        }
        return last(forwarded).flatMap(Sender::literal).orElse(remote);
    }

    /** Returns the address of the sender of a request; empty where the connection has none. */
    static String address(Request request, boolean behindProxy) {
        String remote = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress inet
                        && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "";
        return address(remote, request.getHeaders().getValuesList("X-Forwarded-For"), behindProxy);
    }

    static boolean isLoopback(String remote) {
        return literal(remote)
                .map(InetAddress::ofLiteral)
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
    }

    /** Returns the last item of comma-separated lists; empty when it is blank or there is none. */
    static Optional<String> last(Collection<String> lists) {
        return lists.stream()
                .reduce((before, after) -> after)
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .filter(item -> !item.isEmpty());
    }

    /** Returns a numeric address, without brackets and port. */
    private static Optional<String> literal(String written) {
        String bare = written;
        for (Pattern form : new Pattern[] {PORT_AFTER_IPV4, BRACKETED}) {
            var matcher = form.matcher(written);
            if (matcher.matches()) {
                bare = matcher.group(1);
            }
        }
        try {
            return bare.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(InetAddress.ofLiteral(bare).getHostAddress());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
