package dev.tranche.api;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** Reads which form of an answer is asked for, by the quality values of {@code Accept} (RFC 9110, 12.5.1). */
final class Accepts {

    private Accepts() {}

    /**
     * Is a table asked for rather than JSON? Of two that are wanted as much, JSON is sent, unless CSV is named first.
     */
    static boolean csv(Context ctx) {
        for (String type : types(ctx)) {
            switch (type) {
                case "text/csv", "text/*" -> {
                    return true;
                }
                case "application/json", "application/*", "*/*" -> {
                    return false;
                }
                default -> {
                    // Not a form that is served here; the next one may be.
                }
            }
        }
        return false;
    }

    /** Returns what the most wanted accepted type stands for. */
    static <T> Optional<T> first(Context ctx, Function<String, Optional<T>> standsFor) {
        return types(ctx).stream().map(standsFor).flatMap(Optional::stream).findFirst();
    }

    /** Is a stream of events accepted? It must be named: a client that accepts anything would wait for its end. */
    static boolean events(Context ctx) {
        return types(ctx).contains("text/event-stream");
    }

    /** Is a page asked for, as browsers do? */
    static boolean html(Context ctx) {
        List<String> types = types(ctx);
        return types.isEmpty() || types.contains("text/html") || types.contains("text/*") || types.contains("*/*");
    }

    /** Returns the types that are accepted, without their parameters, the most wanted first. */
    private static List<String> types(Context ctx) {
        return wanted(Collections.list(ctx.req().getHeaders("Accept"))).stream()
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Of headers that are malformed nothing counts, as if they had not been sent. */
    private static List<String> wanted(List<String> headers) {
        QuotedQualityCSV values = new QuotedQualityCSV(QuotedQualityCSV.MOST_SPECIFIC_MIME_ORDERING);
        try {
            headers.forEach(values::addValue);
            return values.getValues();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
