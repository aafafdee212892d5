package dev.tranche.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * A day of feed traffic without its pauses: what the server uses at each hour.
 *
 * <p>Every minute of the day a program uploads what a feed shows: its fifty latest entries, of which one is new and
 * forty-nine are known, while readers look at the first pages and streams come and go. The book grows by what is new;
 * heap, threads and handles must grow by no more than that. Run in the root of a checkout, after {@code ./tranche help}
 * has built the program:
 *
 * <pre>
 *   java bench/src/main/java/dev/tranche/bench/FeedDay.java
 * </pre>
 *
 * <p>Arguments: minutes (1440), entries that a feed shows (50), reports in the book at the start (0). Exits with 1 when
 * an upload or a page failed.
 */
public final class FeedDay {

    private static final int MINUTES_AN_HOUR = 60;

    private FeedDay() {}

    /** Runs and prints; see the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 1_440;
        int shown = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        int before = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        Path folder = Files.createTempDirectory("tranche-day");
        Path book = folder.resolve("book.db");
        Path first = Files.writeString(folder.resolve("before.jsonl"), entries(-before, 0) + entry(0));
        Running.run("add", "--book", book.toString(), first.toString());
        int failed = 0;
        try (Running server = Running.start("serve", "--port", "0", "--book", book.toString());
                HttpClient client = HttpClient.newHttpClient()) {
            String address = server.address(Duration.ofSeconds(300))
                            .orElseThrow(() -> new IllegalStateException("the server did not start: " + server.out()))
                    + "/api/v1";
            long start = System.nanoTime();
            for (int minute = 1; minute <= minutes; minute++) {
                failed += minute(client, address, minute, shown);
                if (minute % MINUTES_AN_HOUR == 0 || minute == minutes) {
                    System.out.printf(
                            Locale.ROOT,
                            "hour %4.1f, %5d reports, %d failed: %s, %.0f s%n",
                            minute / (double) MINUTES_AN_HOUR,
                            before + 1 + minute,
                            failed,
                            server.use(),
                            (System.nanoTime() - start) / 1e9);
                }
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static int minute(HttpClient client, String address, int minute, int shown)
            throws IOException, InterruptedException {
        int failed = 0;
        HttpResponse<String> added = Running.send(
                client,
                "POST",
                address + "/reports?name=feed.jsonl",
                entries(minute - shown + 1, minute + 1),
                "Content-Type",
                "application/x-ndjson");
        if (added.statusCode() / 100 != 2) {
            System.out.println("an upload failed: " + added.statusCode() + " " + added.body());
            failed++;
        }
        for (String page :
                new String[] {"/ledger?limit=20", "/reports?limit=20", "/search?q=ferry", "/timeline?limit=20"}) {
            if (Running.send(client, "GET", address + page, "").statusCode() != 200) {
                System.out.println("a page failed: " + page);
                failed++;
            }
        }
        return failed;
    }

    private static String entries(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int number = from; number < to; number++) {
            lines.append(entry(number));
        }
        return lines.toString();
    }

    private static String entry(int number) {
        return "{\"id\": \"entry-" + number + "\", \"outlet\": \"outlet " + Math.floorMod(number, 40)
                + "\", \"published\": \"2023-05-" + "%02d".formatted(1 + Math.floorMod(number, 28))
                + "\", \"title\": \"Ferry " + number + "\", \"text\": \"Norway announced $"
                + (100 + Math.floorMod(number, 900))
                + " million in aid to Moldova, the ministry said. The ferry number " + number
                + " sailed on through the fjord.\"}\n";
    }
}
