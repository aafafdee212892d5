package dev.tranche.api;

import dev.tranche.account.AccountException;
import dev.tranche.store.StoreException;
import dev.tranche.text.Folding;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Sends answers: with the state they show, nothing for what the asker has already, and every failure as a problem. */
final class Replies {

    private final Books books;
    private final String version;

    Replies(Books books, String version) {
        this.books = books;
        this.version = version;
    }

    /** Answers a request over the state that its cursor belongs to, else over the present one. */
    void answer(Route route, Context ctx) {
        ctx.header("Vary", "Accept, Accept-Encoding, Cookie, Authorization");
        ctx.header("Cache-Control", route.isOfBook() ? "private, no-cache" : "no-store");
        BookView view = view(route, ctx);
        String tag = tag(ctx, view);
        if (route.isOfBook()) {
            ctx.header("ETag", tag);
            if (isKnown(ctx, tag)) {
                ctx.status(304);
                return;
            }
        }
        write(ctx, route.handler().answer(ctx, view));
    }

    private BookView view(Route route, Context ctx) {
        Optional<Long> head = route.isOfBook() ? Query.of(ctx).cursorHead() : Optional.empty();
        if (head.isEmpty()) {
            return books.current();
        }
        return books.at(head.get())
                .orElseThrow(() -> ApiProblem.of(
                        410,
                        "state-gone",
                        "The book has moved on",
                        "This cursor belongs to an earlier state of the book that is kept no more; begin with the first"
                                + " page again."));
    }

    /** Weak, because compression changes the bytes. */
    private String tag(Context ctx, BookView view) {
        String asked = ctx.path() + "?" + Optional.ofNullable(ctx.queryString()).orElse("") + " "
                + Optional.ofNullable(ctx.header("Accept")).orElse("") + " " + version;
        return "W/\"" + view.head() + "-" + Long.toHexString(Folding.hash(asked)) + "\"";
    }

    private static boolean isKnown(Context ctx, String tag) {
        String known = Optional.ofNullable(ctx.header("If-None-Match")).orElse("");
        return Arrays.stream(known.split(",")).map(String::strip).anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    static void write(Context ctx, Answer answer) {
        ctx.status(answer.status());
        if (answer.status() == 204) {
            return;
        }
        ctx.contentType(answer.type().startsWith("text/csv") ? "text/csv; charset=utf-8" : answer.type());
        ctx.result(answer.body());
    }

    void send(Context ctx, ApiProblem problem) {
        ctx.header("Cache-Control", "no-store");
        ctx.res().setHeader("ETag", null);
        if (problem.status() == 429) {
            ctx.header("Retry-After", "30");
        }
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"tranche\"");
        }
        ctx.status(problem.status());
        ctx.contentType("application/problem+json");
        ctx.result(problem.body());
    }

    /** What the router refuses by itself. */
    void send(Context ctx, HttpResponseException refused) {
        ApiProblem problem = switch (refused.getStatus()) {
            case 404 ->
                ApiProblem.unknown(
                        "unknown-path",
                        "There is nothing at " + ctx.path() + "; /api/v1/openapi.yaml lists what there is.");
            case 405 ->
                ApiProblem.of(
                        405,
                        "wrong-method",
                        "Not a method of this",
                        ctx.method() + " does nothing at " + ctx.path() + "; /api/v1/openapi.yaml lists what does.");
            case 413 -> ApiProblem.of(413, "too-large", "Too large", "The body is larger than this server takes.");
            default -> ApiProblem.of(refused.getStatus(), "refused", "Refused", String.valueOf(refused.getMessage()));
        };
        send(ctx, problem);
    }

    static ApiProblem ofAccounts(AccountException refused) {
        String message = String.valueOf(refused.getMessage());
        String sentence = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
        return switch (refused.reason()) {
            case WRONG_LOGIN -> ApiProblem.of(401, "wrong-login", "Not signed in", sentence);
            case TOO_MANY -> ApiProblem.of(429, "too-many", "Too many tries", sentence);
            case UNKNOWN -> ApiProblem.unknown("unknown-account", sentence);
            case CONFLICT -> ApiProblem.of(409, "conflict", "Not as things are", sentence);
            case FORBIDDEN -> ApiProblem.of(403, "role", "Not with this role", sentence);
            case WRONG_VALUE -> ApiProblem.wrong(refused.field(), message + ".");
        };
    }

    static ApiProblem ofStore(StoreException failed) {
        int status = switch (failed.reason()) {
            case READ_ONLY -> 409;
            case FULL -> 507;
            case BUSY, UNREACHABLE -> 503;
            case MISSING, NO_BOOK, TOO_NEW, DAMAGED, FAILED -> 500;
        };
        return ApiProblem.of(status, "book", "The book cannot be used", String.valueOf(failed.getMessage()));
    }
}
