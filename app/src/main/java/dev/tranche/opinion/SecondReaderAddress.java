package dev.tranche.opinion;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a second reader is.
 *
 * @param chat the full address of its chat interface
 */
public record SecondReaderAddress(URI chat) {

    /**
     * Reads an address as a person gives it, such as {@code http://localhost:8080}, with or without {@code /v1}.
     *
     * @param mayBeElsewhere whether it may be on another machine
     * @throws IllegalArgumentException with a sentence for people, for anything but such an address
     */
    public static SecondReaderAddress parse(String text, boolean mayBeElsewhere) {
        URI given;
        try {
            given = new URI(text.strip());
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an address; give one such as" + " http://localhost:8080.");
        }
        String scheme = Optional.ofNullable(given.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean web = (scheme.equals("http") || scheme.equals("https")) && given.getHost() != null;
        if (!web || given.getUserInfo() != null || given.getQuery() != null || given.getFragment() != null) {
            throw new IllegalArgumentException("'" + text + "' is not a plain http or https address; give one such as"
                    + " http://localhost:8080.");
        }
        if (!mayBeElsewhere && !isLoopback(given.getHost())) {
            throw new IllegalArgumentException(given.getHost() + " is another machine: the texts of doubtful reports"
                    + " would be sent to it. --beyond-this-machine allows that.");
        }
        String path = Optional.ofNullable(given.getRawPath()).orElse("").replaceAll("/+$", "");
        String below = path.endsWith("/v1") ? path : path + "/v1";
        return new SecondReaderAddress(given.resolve(below + "/chat/completions"));
    }

    /** A name other than localhost could mean any machine, so it is refused. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        if (!host.matches("[0-9.]+|\\[[0-9a-fA-F:]+\\]")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return chat.toString();
    }
}
