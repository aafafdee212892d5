package dev.tranche.api;

import dev.tranche.account.Changed;
import dev.tranche.account.TokenAdded;
import dev.tranche.store.StoreException;
import dev.tranche.text.Folding;
import dev.tranche.view.BookView;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Sends answers: with the state they show, without a body for what the client already has, and every failure as a
 * problem.
 */
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
        Answer answer = route.handler().answer(ctx, view);
        // A star matches anything that exists, which only the answer shows.
        if (route.isOfBook() && isStar(ctx)) {
            ctx.status(304);
            return;
        }
        write(ctx, answer);
    }

    private BookView view(Route route, Context ctx) {
        if (route.needed().isPresent()) {
            books.refuseReplaced();
        }
        Optional<Long> head = route.isOfBook() ? Query.of(ctx).cursorHead() : Optional.empty();
        if (head.isEmpty()) {
            return books.current();
        }
        return books.at(head.get()).orElseThrow(Replies::stateGone);
    }

    static ApiProblem stateGone() {
        return ApiProblem.of(
                410,
                "state-gone",
                "The book has moved on",
                "This cursor belongs to an earlier state of the book that is no longer kept; start again with the"
                        + " first page.");
    }

    /** Weak, because compression changes the bytes. */
    private String tag(Context ctx, BookView view) {
        String asked = ctx.path() + "?" + Optional.ofNullable(ctx.queryString()).orElse("") + " "
                + Optional.ofNullable(ctx.header("Accept")).orElse("") + " " + version;
        return "W/\"" + view.head() + "-" + Long.toHexString(Folding.hash(asked)) + "\"";
    }

    private static boolean isKnown(Context ctx, String tag) {
        String known = Optional.ofNullable(ctx.header("If-None-Match")).orElse("");
        return Arrays.stream(known.split(",")).map(String::strip).anyMatch(tag::equals);
    }

    private static boolean isStar(Context ctx) {
        return Optional.ofNullable(ctx.header("If-None-Match"))
                .orElse("")
                .strip()
                .equals("*");
    }

    /** Returns the methods that an address knows, in their order. */
    static List<String> methods(List<String> ofRoutes, boolean isPage) {
        TreeSet<String> methods = new TreeSet<>(ofRoutes);
        if (isPage) {
            methods.add("GET");
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return List.copyOf(methods);
    }

    static void write(Context ctx, Answer answer) {
        ctx.status(answer.status());
        if (answer.status() == 204) {
            return;
        }
        ctx.contentType(answer.type().startsWith("text/csv") ? "text/csv; charset=utf-8" : answer.type());
        if (answer.download().isPresent()) {
            send(ctx, answer.download().get());
            return;
        }
        ctx.result(answer.body());
    }

    private static void send(Context ctx, Answer.Download file) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        try (OutputStream to = ctx.outputStream()) {
            file.content().write(to);
        } catch (IOException gone) {
            // The client left; one that stayed sees an answer that is cut off.
        }
    }

    void send(Context ctx, ApiProblem problem) {
        ctx.header("Cache-Control", "no-store");
        ctx.res().setHeader("ETag", null);
        if (problem.retrySeconds() > 0) {
            ctx.header("Retry-After", String.valueOf(problem.retrySeconds()));
        }
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"tranche\"");
        }
        ctx.status(problem.status());
        ctx.contentType("application/problem+json");
        ctx.result(problem.body());
    }

    /** What the router refuses on its own. */
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
                        "Method not allowed",
                        ctx.method() + " is not allowed at " + ctx.path() + "; /api/v1/openapi.yaml lists what is.");
            case 413 -> ApiProblem.of(413, "too-large", "Too large", "The body is larger than this server takes.");
            default -> ApiProblem.of(refused.getStatus(), "refused", "Refused", String.valueOf(refused.getMessage()));
        };
        send(ctx, problem);
    }

    static ApiProblem of(Changed.Refused refused) {
        String sentence = capital(refused.sentence());
        return switch (refused.why()) {
            case EXISTS, NO_ADMIN, LAST_ADMIN, FULL ->
                ApiProblem.of(409, "conflict", "Conflict with the present state", sentence);
            case UNKNOWN -> ApiProblem.unknown("unknown-account", sentence);
            case WEAK_PASSWORD -> ApiProblem.wrong("password", refused.sentence());
            case WRONG_PASSWORD -> ApiProblem.wrong("current", refused.sentence());
            case TOO_MANY -> ApiProblem.tooMany(sentence, refused.retrySeconds());
        };
    }

    static ApiProblem of(TokenAdded.Refused refused) {
        String sentence = capital(refused.sentence());
        return switch (refused.why()) {
            case TOKEN, ROLE, OWNER -> ApiProblem.of(403, "role", "Not allowed for this role", sentence);
            case EXPIRED -> ApiProblem.wrong("expires", refused.sentence());
            case LABEL -> ApiProblem.wrong("label", refused.sentence());
            case FULL -> ApiProblem.of(409, "conflict", "Conflict with the present state", sentence);
        };
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    static ApiProblem ofStore(StoreException failed) {
        int status = switch (failed.reason()) {
            case READ_ONLY -> 409;
            case FULL -> 507;
            case BUSY, UNREACHABLE -> 503;
            case REPLACED -> 503;
            case MISSING, NO_BOOK, TOO_NEW, DAMAGED, FAILED -> 500;
        };
        return ApiProblem.of(status, "book", "The book cannot be used", sentence(failed.reason()));
    }

    /** The location of the book and the words of its database are for the log of the server alone. */
    private static String sentence(StoreException.Reason reason) {
        return switch (reason) {
            case READ_ONLY -> "The book is read-only.";
            case FULL -> "The disk that holds the book is full; everything added before is kept.";
            case BUSY -> "Another program is writing to the book and has it locked; try again later.";
            case UNREACHABLE -> "The book cannot be reached at the moment; try again later.";
            case REPLACED -> "The book has been replaced by another one; the server must be restarted.";
            case MISSING -> "The book is no longer where it was.";
            case DAMAGED -> "The book is damaged: 'tranche verify' says where.";
            case NO_BOOK, TOO_NEW, FAILED -> "The book cannot be used; the log of the server says why.";
        };
    }
}
