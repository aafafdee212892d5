package dev.tranche.ingest.fetch;

import dev.tranche.ingest.fetch.FetchException.Reason;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches one address at a time over HTTP and HTTPS, within limits of size, time and redirections.
 *
 * <p>A host is looked up once, all of its addresses are judged, and the connection goes to exactly the address that was
 * judged: a name that changes its address between two look-ups cannot redirect it. Safe for several threads.
 */
public final class Fetcher {

    private final Resolver resolver;
    private final Limits limits;

    /**
     * Limits of one fetch.
     *
     * @param mostBytes the most bytes of a response, unpacked
     * @param longest the most time for one address with all its redirections
     * @param mostRedirections the most redirections
     * @param allowsOwnNetwork whether addresses of this machine and its network may be fetched
     */
    public record Limits(int mostBytes, Duration longest, int mostRedirections, boolean allowsOwnNetwork) {
        /** 32 MiB, a minute, five redirections, the public network only. */
        public static final Limits USUAL = new Limits(32 << 20, Duration.ofSeconds(60), 5, false);

        /** Returns the same limits, with the local network allowed. */
        public Limits withOwnNetwork() {
            return new Limits(mostBytes, longest, mostRedirections, true);
        }
    }

    private Fetcher(Resolver resolver, Limits limits) {
        this.resolver = resolver;
        this.limits = limits;
    }

    /** Builds a fetcher. */
    public static Fetcher of(Resolver resolver, Limits limits) {
        return new Fetcher(resolver, limits);
    }

    /** Is this written like a web address? */
    public static boolean isAddress(String written) {
        return written.startsWith("https://") || written.startsWith("http://");
    }

    /** Returns why an address could never be fetched, as a sentence without its full stop; empty if it can be tried. */
    public static Optional<String> refusal(String address) {
        try {
            parse(address);
            return Optional.empty();
        } catch (FetchException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /** Returns an address in parts; throws {@link IllegalArgumentException} for one that {@link #refusal} refuses. */
    public static URI uri(String address) {
        try {
            return parse(address);
        } catch (FetchException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    /** Fetches an address. */
    public Answer get(String address) throws FetchException {
        return get(address, Map.of());
    }

    /**
     * Fetches an address with more headers in the request.
     *
     * @throws FetchException if nothing could be fetched; an error status is a response, not an exception
     */
    public Answer get(String address, Map<String, String> headers) throws FetchException {
        long end = System.nanoTime() + limits.longest().toNanos();
        Set<String> seen = new HashSet<>();
        String next = address;
        boolean forGood = true;
        for (int step = 0; step <= limits.mostRedirections(); step++) {
            URI uri = parse(next);
            if (!seen.add(uri.toString())) {
                throw new FetchException(Reason.LIMIT, next + " redirects in a circle");
            }
            Exchange.Raw raw = exchange(uri, headers, end);
            Optional<String> target = raw.header("location").filter(_ -> isRedirection(raw.status()));
            if (target.isEmpty()) {
                boolean moved = seen.size() > 1 && forGood;
                return new Answer(
                        uri.toString(),
                        moved ? Optional.of(uri.toString()) : Optional.empty(),
                        raw.status(),
                        raw.headers(),
                        raw.body());
            }
            forGood &= raw.status() == 301 || raw.status() == 308;
            next = resolve(uri, target.get());
        }
        throw new FetchException(
                Reason.LIMIT, address + " redirects more than " + limits.mostRedirections() + " times");
    }

    private static boolean isRedirection(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static String resolve(URI from, String target) throws FetchException {
        try {
            return from.resolve(escaped(target)).toString();
        } catch (IllegalArgumentException wrong) {
            throw new FetchException(Reason.FAILED, from + " redirects to something that is not an address");
        }
    }

    private static String escaped(String address) {
        return address.strip().replace(" ", "%20").replace("|", "%7C").replace("^", "%5E");
    }

    private static URI parse(String address) throws FetchException {
        try {
            URI uri = new URI(escaped(address));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                throw new FetchException(
                        Reason.REFUSED, address + ": only addresses with http:// and https:// are fetched");
            }
            if (uri.getRawAuthority() == null || uri.getRawUserInfo() != null) {
                throw new FetchException(
                        Reason.REFUSED, address + ": an address with a user or without a host is not fetched");
            }
            return uri;
        } catch (URISyntaxException wrong) {
            throw new FetchException(Reason.REFUSED, address + ": this is not an address: " + wrong.getReason());
        }
    }

    private Exchange.Raw exchange(URI uri, Map<String, String> headers, long end) throws FetchException {
        String authority = uri.getHost() == null ? uri.getRawAuthority().replaceFirst(":\\d+$", "") : uri.getHost();
        String host;
        try {
            host = authority.startsWith("[") ? authority : IDN.toASCII(authority);
        } catch (IllegalArgumentException odd) {
            throw new FetchException(Reason.REFUSED, uri + ": its host is not a name");
        }
        InetAddress address = judged(uri, host);
        try {
            return Exchange.get(uri, host, address, headers, limits.mostBytes(), end);
        } catch (FetchException known) {
            throw known;
        } catch (IOException broken) {
            String why = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
            throw new FetchException(Reason.FAILED, uri + ": " + why.strip().replaceFirst("\\.$", ""));
        }
    }

    /** All addresses of a host must be public: a host that mixes them is suspicious. */
    private InetAddress judged(URI uri, String host) throws FetchException {
        List<InetAddress> addresses;
        try {
            addresses = resolver.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException unknown) {
            throw new FetchException(Reason.FAILED, uri + ": the host " + host + " is not known");
        }
        if (addresses.isEmpty()) {
            throw new FetchException(Reason.FAILED, uri + ": the host " + host + " is not known");
        }
        if (!limits.allowsOwnNetwork()) {
            for (InetAddress each : addresses) {
                if (!Networks.isPublic(each)) {
                    throw new FetchException(
                            Reason.REFUSED,
                            uri + ": the host " + host + " is at " + each.getHostAddress()
                                    + ", an address of this machine or its network, which is not fetched");
                }
            }
        }
        return addresses.getFirst();
    }
}
