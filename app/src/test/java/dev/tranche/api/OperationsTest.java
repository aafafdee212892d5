package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.source.Incoming;
import dev.tranche.source.ReportReader;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person who runs a server sees of it, and the forms in which it answers. */
class OperationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Ids as feeds, exports and file names of other systems write them. */
    private static final List<String> IDS = List.of(
            "esc\u001b[2J",
            "nul\u0000a",
            "tab\tx",
            "half\ud83d",
            ".",
            "..",
            "a\\b",
            "slash/a//b/",
            "50%",
            "a%2Fb",
            "q?x#y",
            "semi;x=1",
            "łódź",
            "\ud83d\udea2",
            "sp ace",
            "plus+");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LiveServer server;

    @SuppressWarnings("NullAway.Init")
    private static String cookie;

    @BeforeAll
    static void start() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < IDS.size(); i++) {
            lines.append(JSON.writeValueAsString(Map.of(
                            "id",
                            IDS.get(i),
                            "text",
                            "Norway gave Ukraine $" + (i + 5) + " million in military aid on 3 May 2023.")))
                    .append('\n');
        }
        BookAddress book = new BookAddress.InFile(folder.resolve("book.db"));
        Extractor extractor = Extractor.standard();
        try (Store store = Store.open(book, Access.WRITE, InstantSource.system())) {
            List<JournalEntry> entries = new ArrayList<>();
            for (Incoming incoming :
                    ReportReader.readAll("feed.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8))) {
                if (incoming instanceof Incoming.Report report) {
                    entries.add(new JournalEntry.Read(extractor.extract(report.document())));
                }
            }
            store.appendAll(entries);
        }
        LiveServer.addAccounts(book);
        server = LiveServer.noting(book, folder.resolve("access.jsonl"));
        cookie = server.cookie("vera");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String type(String accept) {
        HttpResponse<String> answer = server.get("/ledger", "Accept", accept, "Cookie", cookie);
        assertThat(answer.statusCode()).as(accept).isEqualTo(200);
        return answer.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0];
    }

    /** Waits until a text that another thread writes has some words; fails after a minute. */
    private static void waitFor(String words, Supplier<String> text) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!text.get().contains(words)) {
            assertThat(System.nanoTime()).as("no %s in: %s", words, text.get()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void theFormThatIsWantedMostIsSent() {
        for (String accept : List.of(
                "text/csv",
                "TEXT/CSV",
                "text/csv; header=present",
                "text/html, text/csv;q=0.9",
                "application/json;q=0.5, text/csv",
                "*/*, text/csv",
                "text/*",
                "text/csv, application/json",
                "application/json;q=0, text/csv;q=0.1")) {
            assertThat(type(accept)).as(accept).isEqualTo("text/csv");
        }
        for (String accept : List.of(
                "application/json",
                "*/*",
                "application/json, text/csv",
                "text/csv;q=0.5, application/json",
                "text/csv;q=0, */*",
                "text/csv;q=0",
                "text/html",
                "image/png, */*;q=0.1",
                "text/csvx",
                ",",
                "[",
                "text/csv;q=nonsense")) {
            assertThat(type(accept)).as(accept).isEqualTo("application/json");
        }
    }

    @Test
    void everyListedReportCanBeOpened() throws IOException {
        JsonNode items = JSON.readTree(
                        server.get("/reports?limit=100", "Cookie", cookie).body())
                .get("items");
        assertThat(items).hasSize(IDS.size());
        for (JsonNode item : items) {
            String doc = item.get("doc").asText();
            String path =
                    "/reports/" + URLEncoder.encode(doc, StandardCharsets.UTF_8).replace("+", "%20");
            HttpResponse<String> answer = server.get(path, "Cookie", cookie);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).get("doc").asText()).isEqualTo(doc);
        }
    }

    @Test
    void everyRequestHasANameInAnswerAndLog() throws IOException {
        HttpResponse<String> own = server.get("/book", "Cookie", cookie, "X-Request-Id", "proxy-7f.3_a");
        assertThat(own.headers().firstValue("X-Request-Id")).contains("proxy-7f.3_a");
        List<String> names = new ArrayList<>();
        for (String given : List.of("", "a b", "x".repeat(65), "<script>")) {
            HttpResponse<String> answer = server.get("/ledger?limit=1", "Cookie", cookie, "X-Request-Id", given);
            names.add(answer.headers().firstValue("X-Request-Id").orElseThrow());
        }
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[0-9a-f]{16}"));
        server.post("/session", "{\"name\": \"vera\", \"password\": \"a secret that is wrong\"}");
        server.send("PUT", "/ledger", "");
        // A line is written once its answer has been sent.
        waitFor("\"PUT\"", () -> read(folder.resolve("access.jsonl")));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("access.jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        JsonNode line = lines.stream()
                .filter(each -> each.get("request").asText().equals("proxy-7f.3_a"))
                .findFirst()
                .orElseThrow();
        assertThat(line.get("method").asText()).isEqualTo("GET");
        assertThat(line.get("target").asText()).isEqualTo("/api/v1/book");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("name").asText()).isEqualTo("vera");
        assertThat(line.get("bytes").asLong()).isPositive();
        assertThat(line.get("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(lines).extracting(each -> each.get("status").asInt()).contains(401, 405);
        assertThat(lines).extracting(each -> each.get("request").asText()).containsAll(names);
        assertThat(Files.readString(folder.resolve("access.jsonl")))
                .doesNotContain("a secret")
                .doesNotContain(cookie.substring(cookie.indexOf('=') + 1))
                .doesNotContain(LiveServer.PASSWORD);
    }

    @Test
    void linesOfTheLogHaveTimeAndLevel() {
        try (RawClient sender = new RawClient(server.port())) {
            sender.head("POST", "/api/v1/session", 1000).send("{");
        }
        waitFor("a body was cut off", server::log);
        assertThat(server.log())
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ WARN a body was cut off");
    }
}
