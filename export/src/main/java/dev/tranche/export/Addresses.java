package dev.tranche.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Distinguishes addresses that a browser may open from others; reports may state anything. */
final class Addresses {

    private static final int LONGEST = 2_000;

    private Addresses() {}

    /** Returns the address if it is a web address, written in ASCII. */
    static Optional<String> web(String stated) {
        if (stated.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI address = new URI(stated);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
