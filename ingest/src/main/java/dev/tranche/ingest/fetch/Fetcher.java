package dev.tranche.ingest.fetch;

import dev.tranche.ingest.fetch.FetchException.Reason;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Fetches one address at a time over HTTP and HTTPS, within limits of size, time and redirections.
 *
 * <p>A host is looked up once, all of its addresses are judged, and the connection goes to exactly the address that was
 * judged: a name that changes its address between two look-ups cannot redirect it. Safe for several threads.
 */
public final class Fetcher {

    private final Resolver resolver;
    private final Limits limits;
    private final Predicate<InetAddress> allowed;

    /**
     * Limits of one fetch.
     *
     * @param mostBytes the most bytes of a response, unpacked
     * @param longest the most time for one call, with all redirections that it follows
     * @param mostRedirections the most redirections
     * @param allowsOwnNetwork whether addresses of this machine and its network may be fetched
     */
    public record Limits(int mostBytes, Duration longest, int mostRedirections, boolean allowsOwnNetwork) {
        /** 32 MiB, a minute, five redirections, the public network only. */
        public static final Limits USUAL = new Limits(32 << 20, Duration.ofSeconds(60), Redirections.MOST, false);

        /** Returns the same limits, with the local network allowed. */
        public Limits withOwnNetwork() {
            return new Limits(mostBytes, longest, mostRedirections, true);
        }
    }

    private Fetcher(Resolver resolver, Limits limits, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.limits = limits;
        this.allowed = allowed;
    }

    /** Builds a fetcher. */
    public static Fetcher of(Resolver resolver, Limits limits) {
        return of(resolver, limits, limits.allowsOwnNetwork() ? _ -> true : Networks::isPublic);
    }

    /** Builds a fetcher with a judgement of its own of where it may connect to. */
    static Fetcher of(Resolver resolver, Limits limits, Predicate<InetAddress> allowed) {
        return new Fetcher(resolver, limits, allowed);
    }

    /** Is this written like a web address? */
    public static boolean isAddress(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
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

    /** Fetches an address and whatever it redirects to. */
    public Answer get(String address) throws FetchException {
        long end = end();
        return Redirections.<RuntimeException>follow(
                address, limits.mostRedirections(), next -> exchange(parse(next), Map.of(), end));
    }

    /**
     * Fetches one address with more headers in the request, and does not follow its redirection.
     *
     * @throws FetchException if nothing could be fetched; an error status is a response, not an exception
     */
    public Answer step(String address, Map<String, String> headers) throws FetchException {
        return exchange(parse(address), headers, end());
    }

    private long end() {
        return System.nanoTime() + limits.longest().toNanos();
    }

    static String escaped(String address) {
        return address.strip().replace(" ", "%20").replace("|", "%7C").replace("^", "%5E");
    }

    private static URI parse(String address) throws FetchException {
        try {
            URI uri = new URI(escaped(address));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
                throw new FetchException(Reason.REFUSED, address + ": only http:// and https:// addresses are fetched");
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

    private Answer exchange(URI uri, Map<String, String> headers, long end) throws FetchException {
        String authority = uri.getHost() == null ? uri.getRawAuthority().replaceFirst(":\\d+$", "") : uri.getHost();
        String host;
        try {
            host = authority.startsWith("[") ? authority : IDN.toASCII(authority);
        } catch (IllegalArgumentException odd) {
            throw new FetchException(Reason.REFUSED, uri + ": its host is not a name");
        }
        InetAddress address = judged(uri, host);
        try {
            Exchange.Raw raw = Exchange.get(uri, host, address, headers, limits.mostBytes(), end);
            return new Answer(uri.toString(), Optional.empty(), raw.status(), raw.headers(), raw.body());
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
        for (InetAddress each : addresses) {
            if (!allowed.test(each)) {
                throw new FetchException(
                        Reason.REFUSED,
                        uri + ": the host " + host + " is at " + each.getHostAddress()
                                + ", an address of this machine or its network, which is not fetched");
            }
        }
        return addresses.getFirst();
    }
}
