package dev.tranche.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The built program as processes of their own, for the long runs. Uses nothing but the JDK. */
final class Running implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

    /** What a command printed and how it ended; the status of a killed one is 137. */
    record Ended(int status, String out) {}

    private final Process process;
    private final StringBuilder out = new StringBuilder();
    private final Thread reader;
    private volatile String address = "";

    private Running(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                synchronized (out) {
                    out.append(line).append('\n');
                }
                if (address.isEmpty() && found.find()) {
                    address = found.group();
                }
            }
        } catch (IOException killed) {
            // What it printed before is kept.
        }
    }

    /** Runs a command to its end with a standard input. */
    static Ended runWith(String input, String... args) throws InterruptedException {
        try (Running running = start(input, args)) {
            return running.end();
        }
    }

    /** Starts a command of the program that {@code ./tranche} last built, with its standard heap. */
    static Running start(String... args) {
        return start("", args);
    }

    private static Running start(String input, String[] args) {
        Path home = Path.of("app/target/quick");
        if (!Files.exists(home.resolve("tranche.jar"))) {
            throw new IllegalStateException("the program is not built: run ./tranche help in the root of the checkout");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home.resolve("runs.jsa"),
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("tranche.jar") + ":" + home.resolve("lib") + "/*",
                "dev.tranche.app.Main"));
        command.addAll(Arrays.asList(args));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return new Running(process);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Runs a command to its end. */
    static Ended run(String... args) throws InterruptedException {
        try (Running running = start(args)) {
            return running.end();
        }
    }

    /** Waits for the end. */
    Ended end() throws InterruptedException {
        int status = process.waitFor();
        reader.join();
        return new Ended(status, out());
    }

    /** Kills it as {@code kill -9} does, and waits until it is gone. */
    Ended kill() throws InterruptedException {
        process.destroyForcibly();
        return end();
    }

    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    String out() {
        synchronized (out) {
            return out.toString();
        }
    }

    /** Returns the address of a server; empty if it ended, or printed none in time. */
    Optional<String> address(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (address.isEmpty() && process.isAlive() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return Optional.of(address).filter(found -> !found.isEmpty());
    }

    /** Returns memory, threads and handles of the process: resident MB, used heap after a collection in MB, and counts. */
    String use() throws InterruptedException {
        long pid = process.pid();
        Path proc = Path.of("/proc/" + pid);
        try (Stream<Path> handles = Files.list(proc.resolve("fd"));
                Stream<Path> threads = Files.list(proc.resolve("task"))) {
            long resident = Files.readAllLines(proc.resolve("status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .sum();
            return "heap %4d MB, resident %4d MB, %3d threads, %4d handles"
                    .formatted(heap(pid), resident >> 10, threads.count(), handles.count());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long heap(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher used = HEAP.matcher(jcmd(pid, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) >> 10 : -1;
    }

    private static String jcmd(long pid, String what) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid), what)
                .redirectErrorStream(true)
                .start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return said;
    }

    /** Sends a request and returns the answer; headers are names and values in turn. */
    static HttpResponse<String> send(HttpClient client, String method, String address, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
