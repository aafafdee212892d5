package dev.tranche.api;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** Reads which form of an answer is asked for. */
final class Accepts {

    private Accepts() {}

    /** Is a table asked for rather than JSON? */
    static boolean csv(Context ctx) {
        return accept(ctx).startsWith("text/csv");
    }

    /** Is a stream of events accepted? */
    static boolean events(Context ctx) {
        String accept = accept(ctx);
        return accept.contains("text/event-stream");
    }

    /** Is a page asked for, as browsers do? */
    static boolean html(Context ctx) {
        String accept = accept(ctx);
        return accept.contains("text/html") || accept.contains("*/*") || accept.isEmpty();
    }

    private static String accept(Context ctx) {
        return Optional.ofNullable(ctx.header("Accept")).orElse("").toLowerCase(Locale.ROOT);
    }
}
