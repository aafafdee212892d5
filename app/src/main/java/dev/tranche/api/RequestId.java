package dev.tranche.api;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/**
 * The name of a request, which ties together a line of the logs, an answer and a line of the proxy's log.
 *
 * <p>A proxy on this machine may have named it already ({@value #HEADER}); otherwise it is random, and not secret.
 */
final class RequestId {

    /** The header of requests and answers that holds it. */
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "tranche.request";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private RequestId() {}

    /** Names a request, unless it has a name. */
    static String give(Request request, boolean behindProxy) {
        Optional<String> known = find(request);
        if (known.isPresent()) {
            return known.get();
        }
        String id = Optional.ofNullable(request.getHeaders().get(HEADER))
                .filter(given -> behindProxy && FORM.matcher(given).matches())
                .orElseGet(() ->
                        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** Returns the name that a request was given. */
    static Optional<String> find(Request request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }

    /** Returns the name that a request was given, as the routes see it. */
    static String of(io.javalin.http.Context ctx) {
        return String.valueOf(ctx.req().getAttribute(ATTRIBUTE));
    }
}
