package dev.tranche.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Readers beside slow senders and open streams of events: how long they wait, and what the server uses.
 *
 * <p>Serves a book of the samples with ten accounts behind an imitated proxy. Readers ask for the first page of the ledger
 * without a pause: first alone, then while slow connections send the body of a sign-in one byte a second, each from an
 * address of its own, and streams of events are open. Run in the root of a checkout, after {@code ./tranche help} has built
 * the program:
 *
 * <pre>
 *   java bench/src/main/java/dev/tranche/bench/CrowdRun.java 500 500 8 60
 * </pre>
 *
 * <p>Arguments: slow connections (500), streams (500), readers (8), seconds of each part (30). Exits with 1 when a reader was
 * refused or failed.
 */
public final class CrowdRun {

    private static final int ACCOUNTS = 10;
    private static final String PASSWORD = "ferry on the fjord";
    private static final List<String> PAGES = List.of("/ledger?limit=20", "/reports?limit=20", "/totals", "/map");

    private final Running server;
    private final String address;
    private final List<String> cookies = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    private CrowdRun(Running server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Runs and prints; see the class. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int[] numbers = {500, 500, 8, 30};
        for (int i = 0; i < args.length; i++) {
            numbers[i] = Integer.parseInt(args[i]);
        }
        Path book = Files.createTempDirectory("tranche-crowd").resolve("book.db");
        Running.run("add", "--book", book.toString(), "corpus/samples");
        for (int i = 0; i < ACCOUNTS; i++) {
            String role = i == 0 ? "admin" : "viewer";
            Running.runWith(
                    PASSWORD + "\n", "accounts", "add", "reader" + i, "--role", role, "--book", book.toString());
        }
        int failed;
        try (Running server = Running.start("serve", "--port", "0", "--book", book.toString(), "--behind-proxy")) {
            String address = server.address(Duration.ofSeconds(300))
                    .orElseThrow(() -> new IllegalStateException("the server did not start: " + server.out()));
            CrowdRun run = new CrowdRun(server, address);
            run.signIn();
            run.compare(numbers);
            failed = run.failures.get();
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private void signIn() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < ACCOUNTS; i++) {
                HttpResponse<String> answer = Running.send(
                        client,
                        "POST",
                        address + "/api/v1/session",
                        "{\"name\": \"reader" + i + "\", \"password\": \"" + PASSWORD + "\"}",
                        "Content-Type",
                        "application/json",
                        "X-Forwarded-For",
                        "192.0.2." + i,
                        "X-Forwarded-Proto",
                        "https");
                cookies.add(answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .reduce((one, two) -> one + "; " + two)
                        .orElseThrow());
            }
        }
    }

    private void compare(int[] numbers) throws IOException, InterruptedException {
        int readers = numbers[2];
        Duration time = Duration.ofSeconds(numbers[3]);
        read("warm", readers, time);
        read("alone", readers, time);
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < numbers[1]; i++) {
                held.add(open("GET /api/v1/events HTTP/1.1\r\nAccept: text/event-stream\r\nCookie: "
                        + cookies.get(i % ACCOUNTS) + "\r\n"));
            }
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < numbers[0]; i++) {
                slow.add(slow(i));
            }
            held.addAll(slow);
            Thread sending = Thread.ofVirtual().start(() -> trickle(slow));
            read("beside " + numbers[0] + " slow senders and " + numbers[1] + " streams", readers, time);
            sending.interrupt();
            sending.join();
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
        read("after they have left", readers, time);
    }

    private Socket slow(int number) throws IOException {
        return open("POST /api/v1/session HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n"
                + "X-Forwarded-For: 198.51." + number / 250 + "." + number % 250 + "\r\n");
    }

    private Socket open(String head) throws IOException {
        URI uri = URI.create(address);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.getOutputStream()
                .write((head + "Host: 127.0.0.1:" + uri.getPort() + "\r\nX-Forwarded-Proto: https\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** One byte a second on each; one that the server has dropped is opened again, as an attacker would. */
    private void trickle(List<Socket> slow) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (int i = 0; i < slow.size(); i++) {
                    try {
                        OutputStream out = slow.get(i).getOutputStream();
                        out.write('{');
                    } catch (IOException givenUp) {
                        slow.get(i).close();
                        slow.set(i, slow(i));
                    }
                }
                Thread.sleep(1_000);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (IOException refused) {
            System.out.println("a slow sender was refused: " + refused.getMessage());
        }
    }

    private void read(String what, int readers, Duration time) throws InterruptedException {
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < readers; i++) {
                String cookie = cookies.get(i % ACCOUNTS);
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int asked = 0; !over.get(); asked++) {
                        ask(client, PAGES.get(asked % PAGES.size()), cookie, nanos, refused);
                    }
                }));
            }
            Thread.sleep(time);
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        failures.addAndGet(refused.get());
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-48s %6d answers, %d failed, median %5.0f ms, 99 %% %6.0f ms; %s%n",
                what,
                sorted.length,
                refused.get(),
                at(sorted, 0.5),
                at(sorted, 0.99),
                server.use());
    }

    private void ask(
            HttpClient client, String page, String cookie, ConcurrentLinkedQueue<Long> nanos, AtomicInteger refused) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(
                    java.net.http.HttpRequest.newBuilder(URI.create(address + "/api/v1" + page))
                            .timeout(Duration.ofSeconds(30))
                            .headers("Cookie", cookie, "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                refused.incrementAndGet();
            }
        } catch (IOException failed) {
            refused.incrementAndGet();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        nanos.add(System.nanoTime() - start);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
