package dev.tranche.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * The pages, which are packed with the program: every address that is not a file is answered with the one page that
 * shows it.
 */
final class WebPages {

    private static final String FOLDER = "/dev/tranche/web/";
    /** The build names files in this folder after their content. */
    private static final String HASHED = "assets/";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "webmanifest", "application/manifest+json");

    private static final String NO_PAGES = """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Tranche</title></head>
        <body><h1>Tranche</h1>
        <p>This build of the program holds no pages. The book is there all the same: its interface for programs
        begins at <a href="/api/v1/book">/api/v1/book</a> and is described by
        <a href="/api/v1/openapi.yaml">/api/v1/openapi.yaml</a>.</p></body></html>
        """;

    private WebPages() {}

    /** Answers with a file of the pages or with the page itself. */
    static Answer page(Context ctx) {
        String path = ctx.path().substring(1);
        if (isFile(path)) {
            Optional<byte[]> file = read(path);
            String ending = path.substring(path.lastIndexOf('.') + 1);
            if (file.isPresent() && TYPES.containsKey(ending)) {
                ctx.header(
                        "Cache-Control", path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
                return Answer.of(200, TYPES.getOrDefault(ending, ""), file.get());
            }
            throw ApiProblem.unknown("unknown-path", "There is nothing at " + ctx.path() + ".");
        }
        if (path.contains("..") || path.contains("\\") || path.contains("//") || !Accepts.html(ctx)) {
            throw ApiProblem.unknown("unknown-path", "There is nothing at " + ctx.path() + ".");
        }
        ctx.header("Cache-Control", "no-cache");
        byte[] page = read("index.html").orElse(NO_PAGES.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Answer.of(200, TYPES.getOrDefault("html", ""), page);
    }

    /**
     * A name with an ending, in folders of plain names. A loop, since a pattern would recurse once for each segment.
     */
    private static boolean isFile(String path) {
        boolean hasEnding = false;
        char before = '/';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isPlain = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
            boolean isMark = c == '/' || c == '.';
            if (!isPlain && !isMark || isMark && (before == '/' || before == '.')) {
                return false;
            }
            // A folder has no full stop in its name.
            if (c == '/' && hasEnding) {
                return false;
            }
            hasEnding |= c == '.';
            before = c;
        }
        return hasEnding && before != '.' && before != '/';
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream in = WebPages.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }
}
