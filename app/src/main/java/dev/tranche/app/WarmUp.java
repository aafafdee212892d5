package dev.tranche.app;

import dev.tranche.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does once what most uses of the program do, and ends; meanwhile Java records what a fast start needs.
 *
 * <p>The launcher runs it with {@code -XX:AOTCacheOutput} when the program has changed. It prints nothing.
 */
public final class WarmUp {

    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+");

    /** How often each page is requested: often enough for Java to compile the code that answers. */
    private static final int ROUNDS = 20;

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 50;

    /** Nothing waits for this program; it ends by itself, whatever hangs. */
    private static final int MOST_MILLIS = 180_000;

    private static final Duration MOST_FOR_A_PAGE = Duration.ofSeconds(10);

    private static final List<String> PAGES = List.of(
            "/api/v1/book",
            "/api/v1/ledger?limit=50",
            "/api/v1/ledger?donor=US&limit=50",
            "/api/v1/ledger/facets",
            "/api/v1/sums",
            "/api/v1/timeline",
            "/api/v1/search?q=aid",
            "/");

    private WarmUp() {}

    /** Reads the samples, serves them to itself, and exits with 0, or with 1 where something hangs. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread.ofPlatform().daemon().start(WarmUp::endLate);
        Main.run(terminal(new ByteArrayOutputStream()), "demo");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Thread server = Thread.ofPlatform()
                .daemon()
                .start(() -> Main.run(terminal(said), "demo", "--serve", "--offline", "--port", "0"));
        for (int waited = 0; server.isAlive() && waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            Matcher address = ADDRESS.matcher(said.toString(StandardCharsets.UTF_8));
            if (address.find()) {
                visit(address.group());
                break;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        System.exit(0);
    }

    private static void endLate() {
        try {
            Thread.sleep(MOST_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static Terminal terminal(ByteArrayOutputStream err) {
        return Terminal.ofProcess(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), err);
    }

    private static void visit(String address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : PAGES) {
                    client.send(
                            HttpRequest.newBuilder(URI.create(address + page))
                                    .timeout(MOST_FOR_A_PAGE)
                                    .build(),
                            BodyHandlers.discarding());
                }
            }
        } catch (IOException broken) {
            // A start without a cache is slower and otherwise the same.
        }
    }
}
