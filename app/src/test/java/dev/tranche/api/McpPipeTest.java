package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.app.Main;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.testkit.Child;
import dev.tranche.testkit.Slow;
import dev.tranche.text.Document;
import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an assistant gets that starts the program itself: answers on standard output and nothing else there. */
@Slow
class McpPipeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<String> command(BookAddress.InFile book) {
        return Child.command(List.of(), Main.class, "mcp", "--book", book.toString());
    }

    @Test
    void theProgramAnswersTheClientThatStartsItAndShowsWhatIsAddedMeanwhile() throws InterruptedException {
        BookAddress.InFile book = new BookAddress.InFile(folder.resolve("book.db"));
        LiveServer.fill(book);
        try (McpSyncClient client = McpClients.overPipes(command(book))) {
            assertThat(client.getServerInfo().name()).isEqualTo("tranche");
            assertThat(client.listTools().tools()).hasSize(7);
            JsonNode found = McpClients.ask(client, "search_entries", Map.of("recipient", "Ukraine", "limit", 1));
            assertThat(found.at("/items/0/citations/0/quote").asText()).isNotBlank();
            assertThat(McpClients.ask(client, "sum", Map.of("by", "donor")).get("rows"))
                    .isNotEmpty();
            assertThat(McpClients.refused(client, "get_entry", Map.of("id", "?")))
                    .contains("no entry '?'");
            int before = McpClients.ask(client, "search_entries", Map.of())
                    .get("head")
                    .asInt();
            try (Store store = Store.open(book, Access.WRITE, InstantSource.system())) {
                store.appendAll(List.of(new JournalEntry.Read(Extractor.standard()
                        .extract(Document.of(
                                "late", "", "Norway announced $7 million in aid to Moldova on 3 May 2024.")))));
            }
            int after = before;
            for (int i = 0; i < 100 && after == before; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
                after = McpClients.ask(client, "search_entries", Map.of())
                        .get("head")
                        .asInt();
            }
            assertThat(after).isEqualTo(before + 1);
        }
    }

    @Test
    void standardOutputHoldsOneAnswerForEachRequestWhateverComes() throws IOException, InterruptedException {
        BookAddress.InFile book = new BookAddress.InFile(folder.resolve("empty.db"));
        try (Store store = Store.open(book, Access.WRITE, InstantSource.system())) {
            assertThat(store.head()).isZero();
        }
        List<String> messages = List.of(
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\": {\"protocolVersion\":"
                    + " \"2031-01-01\", \"capabilities\": {}, \"clientInfo\": {\"name\": \"t\", \"version\": \"1\"}}}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}",
                "not JSON",
                "",
                "x".repeat(3 << 20),
                "{\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"tools/call\", \"params\": {\"name\":"
                        + " \"search_entries\"}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 3, \"method\": \"tools/call\", \"params\": {\"name\": \"sum\","
                        + " \"arguments\": {\"by\": [\"donor\"]}}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 4, \"method\": \"ping\"}");
        Process child = new ProcessBuilder(command(book)).start();
        try (OutputStream in = child.getOutputStream()) {
            in.write(String.join("\n", messages).getBytes(StandardCharsets.UTF_8));
        }
        List<JsonNode> answers = new ArrayList<>();
        for (String line : new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            answers.add(JSON.readTree(line));
        }
        String err = new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(err).isZero();
        assertThat(err).isEmpty();
        assertThat(answers)
                .extracting(answer -> answer.get("id").asText())
                .containsExactly("1", "null", "null", "2", "3", "4");
        assertThat(answers.getFirst().at("/result/protocolVersion").asText()).isEqualTo("2025-11-25");
        assertThat(answers.get(2).at("/error/message").asText()).contains("at most 1048576 bytes");
        assertThat(answers.get(3).at("/result/content/0/text").asText()).startsWith("Nothing matches.");
        assertThat(answers.get(4).at("/result/structuredContent/counted").asText())
                .contains("0 booked entries");
        assertThat(answers.get(5).has("result")).isTrue();
    }
}
