package dev.tranche.bench;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long readers wait for the server over a large book: generates the book, starts {@code tranche serve} as a process
 * of its own on loopback, and lets many readers ask at once.
 *
 * <p>Readers do not pause: each asks again as soon as it has its answer, on the same cores as the server. Prints for
 * each kind of page the median and the 99th percentile, and as a yardstick of the same run the same for a small file.
 * Arguments in this order, all optional: entries (200000), facts (1000000), readers (50), seconds for each kind (20),
 * file of the book (kept, and used again when it is there; default: a temporary file).
 */
public final class ServerLoad {

    private static final int BATCH = 2_000;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final String server;
    private final int readers;
    private final Duration duration;

    private ServerLoad(String server, int readers, Duration duration) {
        this.server = server;
        this.readers = readers;
        this.duration = duration;
    }

    /** Generates, starts, asks and prints; stops the server at the end. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int entries = argument(args, 0, 200_000);
        int facts = argument(args, 1, 1_000_000);
        int readers = argument(args, 2, 50);
        int seconds = argument(args, 3, 20);
        Path book = args.length > 4
                ? Path.of(args[4])
                : Files.createTempDirectory("tranche-load").resolve("load.db");
        generate(book, entries, facts);
        long start = System.nanoTime();
        Process process = serve(book);
        try {
            String address = address(process);
            System.out.printf(Locale.ROOT, "server ready after %.1f s%n", (System.nanoTime() - start) / 1e9);
            new ServerLoad(address + "/api/v1", readers, Duration.ofSeconds(seconds)).run();
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static int argument(String[] args, int place, int standard) {
        return args.length > place ? Integer.parseInt(args[place]) : standard;
    }

    /** Writes a book of generated reports; one that is there is left as it is. */
    static void generate(Path book, int entries, int facts) {
        if (Files.exists(book)) {
            System.out.println("the book " + book + " is there already");
            return;
        }
        GeneratedReports reports = new GeneratedReports(entries, 4_380, 4_000, 11);
        long start = System.nanoTime();
        try (Store store = Store.open(BookAddress.parse(book.toString()), Access.WRITE, InstantSource.system())) {
            List<JournalEntry> batch = new ArrayList<>();
            for (int i = 0; i < facts; i++) {
                batch.add(new JournalEntry.Read(reports.next(i)));
                if (batch.size() == BATCH || i == facts - 1) {
                    store.appendAll(batch);
                    batch.clear();
                }
            }
        }
        System.out.printf(Locale.ROOT, "%,d reports written in %.1f s%n", facts, (System.nanoTime() - start) / 1e9);
    }

    private static Process serve(Path book) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + System.getProperty("tranche.serverMemory", "12g"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.tranche.app.Main",
                        "serve",
                        "--port",
                        "0",
                        "--book",
                        book.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Waits for the address that the server prints, and keeps reading so that it never waits for its output. */
    private static String address(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println("  " + line);
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> lines.lines().forEach(rest -> System.out.println("  " + rest)));
                return found.group();
            }
        }
        throw new IOException("the server ended before it was ready");
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        List<String> ids = ids();
        System.out.printf(
                Locale.ROOT,
                "%d readers, %d s each kind, %d entries known%n%-26s %10s %10s %10s %12s%n",
                readers,
                duration.toSeconds(),
                ids.size(),
                "page",
                "median ms",
                "99 % ms",
                "max ms",
                "answers/s");
        measure("yardstick: one small file", i -> "/openapi.yaml");
        measure("ledger, first page", i -> "/ledger");
        measure("ledger, filtered", i -> i % 2 == 0 ? "/ledger?donor=US&recipient=UA" : "/ledger?sort=amount&donor=DE");
        measure("entry", i -> "/entries/" + ids.get(i % ids.size()));
    }

    /** Ids of entries of every part of the ledger, in an order without pattern. */
    private List<String> ids() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String cursor = "";
            for (int page = 0; page < 40; page++) {
                String body = get(client, "/ledger?limit=500" + cursor);
                Matcher id = ID.matcher(body);
                while (id.find()) {
                    ids.add(id.group(1).replace("+", "%2B").replace("?", "%3F"));
                }
                Matcher next = NEXT.matcher(body);
                if (!next.find()) {
                    break;
                }
                cursor = "&cursor=" + next.group(1);
            }
        }
        java.util.Collections.shuffle(ids, new Random(3));
        return ids;
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void measure(String what, IntFunction<String> path) throws InterruptedException, ExecutionException {
        ask(path, Duration.ofSeconds(Math.max(2, duration.toSeconds() / 4)));
        long start = System.nanoTime();
        long[] waits = ask(path, duration);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(waits);
        System.out.printf(
                Locale.ROOT,
                "%-26s %10.1f %10.1f %10.1f %12.0f%n",
                what,
                waits[waits.length / 2] / 1e6,
                waits[(int) (waits.length * 0.99)] / 1e6,
                waits[waits.length - 1] / 1e6,
                waits.length / seconds);
    }

    /** Lets all readers ask until the time is over; returns how long each answer took in nanoseconds. */
    private long[] ask(IntFunction<String> path, Duration time) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<List<Long>>> all = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < readers; reader++) {
                int first = reader * 7_919;
                all.add(threads.submit(() -> {
                    List<Long> waits = new ArrayList<>();
                    for (int i = first; System.nanoTime() < end; i++) {
                        long asked = System.nanoTime();
                        get(client, path.apply(i));
                        waits.add(System.nanoTime() - asked);
                    }
                    return waits;
                }));
            }
            List<Long> waits = new ArrayList<>();
            for (Future<List<Long>> one : all) {
                waits.addAll(one.get());
            }
            return waits.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
