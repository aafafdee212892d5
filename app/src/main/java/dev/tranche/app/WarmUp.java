package dev.tranche.app;

import dev.tranche.cli.Samples;
import dev.tranche.cli.Terminal;
import dev.tranche.store.NativeLibrary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does once what most uses of the program do, and ends; Java meanwhile records what a fast start needs.
 *
 * <p>The launcher runs it with {@code -XX:AOTCacheOutput} when the program has changed. It prints nothing.
 */
public final class WarmUp {

    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+");

    /** How often each page is requested: often enough for Java to compile the code that answers. */
    private static final int ROUNDS = 20;

    /** Enough for Java to compile reading and opening them, few enough to take seconds. */
    private static final int REPORTS = 1_500;

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 8);
    private static final List<String> DONORS =
            List.of("Norway", "Germany", "The United States", "Japan", "Poland", "The European Union", "Canada");
    private static final List<String> PLACES = List.of("Oslo", "Berlin", "Warsaw", "Kyiv", "Tokyo", "Vilnius");
    private static final List<String> LEADERS = List.of("Ida Holm", "Bo Lind", "Jan Kowal", "Ada Berg", "Kai Thun");

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

    /**
     * Reads the samples and a book, serves the book to itself, and exits with 0, or with 1 if something hangs.
     *
     * @param arguments the folder into which the machine code of SQLite is copied, if any
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Thread.ofPlatform().daemon().start(WarmUp::endLate);
        if (arguments.length > 0) {
            NativeLibrary.copyTo(Path.of(arguments[0]));
        }
        Main.run(terminal(new ByteArrayOutputStream()), "demo");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Path folder = Files.createTempDirectory("tranche-warm-up");
        String book = folder.resolve("tranche.db").toString();
        String reports =
                Files.writeString(folder.resolve("reports.jsonl"), reports()).toString();
        // The samples contain every kind of thing; the many short reports are like a feed.
        Path samples = Files.createDirectory(folder.resolve("samples"));
        Samples.copyTo(samples);
        Main.run(terminal(new ByteArrayOutputStream()), "add", "--book", book, samples.toString(), reports);
        Thread server = Thread.ofPlatform()
                .daemon()
                .start(() -> Main.run(terminal(said), "serve", "--book", book, "--offline", "--port", "0"));
        for (int waited = 0; server.isAlive() && waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            Matcher address = ADDRESS.matcher(said.toString(StandardCharsets.UTF_8));
            if (address.find()) {
                visit(address.group());
                break;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        remove(folder);
        System.exit(0);
    }

    /**
     * Returns reports as a feed has them: enough for Java to see which code runs again and again when a book is opened.
     */
    private static String reports() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REPORTS; i++) {
            String donor = DONORS.get(i % DONORS.size());
            String place = PLACES.get(i / 7 % PLACES.size());
            LocalDate day = FIRST.plusDays(i % 300);
            String sum = i % 5 == 0 ? donor + " announced $" + (i % 97 + 3) + " million in aid to Ukraine. " : "";
            lines.append("{\"id\": \"warm-" + i + "\", \"outlet\": \"Outlet " + i % 40 + "\", \"published\": \"" + day
                    + "\", \"title\": \"Talks in " + place + " " + i + "\", \"text\": \"" + sum + "Foreign Minister "
                    + LEADERS.get(i % LEADERS.size()) + " met the president of " + donor + " in " + place
                    + " on Monday and said that the convoy of " + (i % 60 + 2) + " lorries would arrive by "
                    + day.plusDays(9)
                    + ". At least " + (i % 30 + 2) + " people were wounded, police said.\"}\n");
        }
        return lines.toString();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
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
