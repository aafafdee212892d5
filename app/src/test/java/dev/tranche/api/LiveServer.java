package dev.tranche.api;

import dev.tranche.account.AccountName;
import dev.tranche.account.Door;
import dev.tranche.account.DoorSettings;
import dev.tranche.account.Role;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.record.OfficialRecord;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.testkit.Repository;
import dev.tranche.view.BookSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server over a book of its own on a free port, and a client that asks it. */
final class LiveServer implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    private static final List<JournalEntry> SAMPLES = samples();

    private final Server server;
    private final Path folder = temporary();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private LiveServer(BookAddress book, boolean behindProxy, ServerSettings.Network network) {
        this(book, behindProxy, network, Optional.empty());
    }

    private LiveServer(
            BookAddress book, boolean behindProxy, ServerSettings.Network network, Optional<Path> accessLog) {
        Extractor extractor = Extractor.standard();
        this.server = Server.start(
                new ServerSettings(
                        book,
                        folder,
                        new BookSettings(OfficialRecord.shipped(), true),
                        Lexicon::standard,
                        report -> extractor.extract(report.document()),
                        1,
                        "127.0.0.1",
                        0,
                        List.of("books.example.org"),
                        "tester",
                        behindProxy,
                        accessLog,
                        "test",
                        network),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** Starts a server over a book that is there. */
    static LiveServer over(BookAddress book) {
        return new LiveServer(book, false, ServerSettings.Network.OFFLINE);
    }

    /** Starts a server over a book that is there, which may use the network. */
    static LiveServer online(BookAddress book, boolean ownNetwork, boolean polls) {
        return new LiveServer(book, false, new ServerSettings.Network(true, ownNetwork, polls));
    }

    /** Starts a server over a book that is there, behind a proxy on this machine, that notes each request in a file. */
    static LiveServer noting(BookAddress book, Path accessLog) {
        return new LiveServer(book, true, ServerSettings.Network.OFFLINE, Optional.of(accessLog));
    }

    /** Starts a server over a book that is there, behind a proxy on this machine. */
    static LiveServer behindProxy(BookAddress book) {
        return new LiveServer(book, true, ServerSettings.Network.OFFLINE);
    }

    /** Starts a server over a new book that holds the samples. */
    static LiveServer ofSamples(Path folder) {
        return over(fill(new BookAddress.InFile(folder.resolve("samples.db"))));
    }

    static BookAddress fill(BookAddress book) {
        try (Store store = Store.open(book, Access.WRITE, InstantSource.system())) {
            store.appendAll(SAMPLES);
        }
        return book;
    }

    private static List<JournalEntry> samples() {
        try (Stream<Path> files = Files.list(Repository.corpus("samples"))) {
            List<JournalEntry> entries = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.endsWith("README.md")) {
                    continue;
                }
                for (Incoming incoming :
                        ReportReader.readAll(String.valueOf(file.getFileName()), Files.readAllBytes(file))) {
                    if (incoming instanceof Incoming.Report report) {
                        entries.add(new JournalEntry.Read(Extractor.standard().extract(report.document())));
                    }
                }
            }
            return entries;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Adds an account for each role: anna is admin, rita reviewer, vera viewer. */
    static void addAccounts(BookAddress book) {
        try (Door door =
                Door.open(book, Access.WRITE, DoorSettings.USUAL, InstantSource.system(), new SecureRandom())) {
            door.add(new AccountName("anna"), PASSWORD, Role.ADMIN);
            door.add(new AccountName("rita"), PASSWORD, Role.REVIEWER);
            door.add(new AccountName("vera"), PASSWORD, Role.VIEWER);
        }
    }

    /** Sends a request to a path of the interface; headers are names and values in turn. */
    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return sendTo(method, "/api/v1" + path, body, headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return send("POST", path, json, all.toArray(String[]::new));
    }

    /** Sends a request to any path. */
    HttpResponse<String> sendTo(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpClient client() {
        return client;
    }

    /** Signs somebody in and returns the cookie to send. */
    String cookie(String name) {
        HttpResponse<String> answer =
                post("/session", "{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\"}");
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    int port() {
        return server.port();
    }

    Server server() {
        return server;
    }

    /** Where the files beside a book on a database server are kept. */
    Path folder() {
        return folder;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tranche-server");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns what the server printed for the person who started it. */
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
        client.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
