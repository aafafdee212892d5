package dev.tranche.api;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests that another site could have made a browser send, and sets the headers that keep pages apart.
 *
 * <p>The Host header must be a name of this server, so that an attacker's name that points here (DNS rebinding) reads
 * nothing. Requests that change something must come from this server's own pages or from no page at all.
 */
final class Guard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Types that a form of another site cannot send, and text, whose origin is checked as well. */
    private static final List<String> BODIES = List.of(
            "application/json", "application/x-ndjson", "application/octet-stream", "text/plain", "text/markdown");

    private final Set<String> hosts = new HashSet<>();

    Guard(String host, List<String> names) {
        hosts.add("localhost");
        hosts.add("127.0.0.1");
        hosts.add("[::1]");
        if (!host.equals("0.0.0.0") && !host.equals("::")) {
            hosts.add(bracketed(host.toLowerCase(Locale.ROOT)));
        }
        names.forEach(name -> hosts.add(bracketed(name.toLowerCase(Locale.ROOT))));
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** Is it a loopback name or address of this machine? */
    static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean numeric = host.matches("[0-9.]+|\\[?[0-9a-fA-F:]+\\]?");
        try {
            return numeric && InetAddress.getByName(host).isLoopbackAddress();
        } catch (java.net.UnknownHostException unknown) {
            return false;
        }
    }

    /** Sets the headers of every answer. */
    void headers(Context ctx, boolean isHttps) {
        if (isHttps) {
            // A year; without subdomains, which may belong to others.
            ctx.header("Strict-Transport-Security", "max-age=31536000");
        }
        ctx.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cross-Origin-Embedder-Policy", "require-corp");
        ctx.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    /** Refuses a request that this server's own pages, or a program, would not send. */
    void check(Context ctx) {
        Optional<String> host = Optional.ofNullable(ctx.header("Host")).map(Guard::name);
        if (host.filter(hosts::contains).isEmpty()) {
            throw ApiProblem.of(
                    421,
                    "wrong-host",
                    "Unknown host name",
                    "This server answers to "
                            + String.join(", ", hosts.stream().sorted().toList())
                            + "; 'tranche serve --name NAME' adds a name.");
        }
        if (!SAFE.contains(ctx.req().getMethod())) {
            checkChange(ctx);
        }
    }

    private static String name(String host) {
        int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.lastIndexOf(':');
        return (port > 0 ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
    }

    private void checkChange(Context ctx) {
        Optional<String> site = Optional.ofNullable(ctx.header("Sec-Fetch-Site"));
        Optional<String> origin = Optional.ofNullable(ctx.header("Origin"));
        boolean sameSite =
                site.isEmpty() || site.get().equals("same-origin") || site.get().equals("none");
        boolean sameOrigin = origin.isEmpty() || isOwn(origin.get(), ctx);
        if (!sameSite || !sameOrigin) {
            throw ApiProblem.of(
                    403,
                    "other-site",
                    "Sent by another site",
                    "Changes are accepted from this server's own pages and from programs, not from pages of other"
                            + " sites.");
        }
        boolean hasBody = ctx.contentLength() != 0 && !ctx.req().getMethod().equals("DELETE");
        if (hasBody) {
            String type = Optional.ofNullable(ctx.contentType())
                    .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                    .orElse("");
            if (!BODIES.contains(type)) {
                throw ApiProblem.of(
                        415,
                        "wrong-type",
                        "Unsupported media type",
                        "The body must be one of " + String.join(", ", BODIES) + "; the Content-Type says which.");
            }
        }
    }

    /** An origin has the host and port under which the request came. */
    private boolean isOwn(String origin, Context ctx) {
        try {
            URI uri = new URI(origin);
            String authority = uri.getRawAuthority();
            return authority != null
                    && authority.equalsIgnoreCase(ctx.header("Host"))
                    && hosts.contains(name(authority));
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
