package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.app.Main;
import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Child;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A book that changes while it is shown, by this program and by another. */
@Slow
@Timeout(120)
class LiveBookTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static JsonNode tree(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    @Test
    void whatAnotherProgramAddsAppearsAndIsTold() throws IOException, InterruptedException {
        BookAddress book = LiveServer.fill(new BookAddress.InFile(folder.resolve("book.db")));
        Path report = folder.resolve("fresh.txt");
        Files.writeString(
                report,
                "WASHINGTON, March 4, 2024 - The United States will send Ukraine $123 million in military aid.");
        try (LiveServer server = LiveServer.over(book);
                LiveServer second = LiveServer.over(book);
                Events events = Events.of(server)) {
            long head = JSON.readTree(events.next()).get("head").asLong();
            JsonNode page = tree(server.get("/ledger?limit=2"));
            String tag = server.get("/book").headers().firstValue("ETag").orElseThrow();
            assertThat(server.get("/book", "If-None-Match", tag).statusCode()).isEqualTo(304);
            Child.Ended added = Child.run(
                    folder, Child.command(List.of(), Main.class, "add", "--book", book.toString(), report.toString()));
            assertThat(added.status()).as(added.output()).isZero();
            assertThat(JSON.readTree(events.next()).get("head").asLong()).isEqualTo(head + 1);
            HttpResponse<String> after = server.get("/book", "If-None-Match", tag);
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(tree(after).get("head").asLong()).isEqualTo(head + 1);
            assertThat(tree(server.get("/ledger?min=123000000&max=123000000"))
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
            // The list that somebody was leafing through goes on as it was.
            JsonNode next =
                    tree(server.get("/ledger?limit=2&cursor=" + page.get("next").asText()));
            assertThat(next.get("head").asLong()).isEqualTo(head);
            assertThat(next.get("total")).isEqualTo(page.get("total"));
            // A decision over one server is shown by the other.
            String entry = page.at("/items/0/id").asText();
            HttpResponse<String> decided = second.post(
                    "/decisions", "{\"action\": \"accept\", \"reason\": \"r\", \"entry\": \"" + entry + "\"}");
            assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
            assertThat(JSON.readTree(events.next()).get("head").asLong()).isEqualTo(head + 2);
            assertThat(tree(server.get("/decisions")).get("total").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aDecisionOverAChangedEntryIsRefused() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            JsonNode page = tree(server.get("/ledger?sort=outlets&limit=2"));
            String head = page.get("head").asText();
            String one = page.at("/items/0/id").asText();
            String two = page.at("/items/1/id").asText();
            String correct = "{\"action\": \"correct\", \"reason\": \"r\", \"entry\": \"%s\", \"head\": %s,"
                    + " \"values\": {\"stage\": \"blocked\"}}";
            assertThat(server.post("/decisions", correct.formatted(one, head)).statusCode())
                    .isEqualTo(201);
            HttpResponse<String> late = server.post("/decisions", correct.formatted(one, head));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("Look at it again");
            assertThat(server.post("/decisions", correct.formatted(two, head)).statusCode())
                    .as("an entry that did not change")
                    .isEqualTo(201);
        }
    }

    @Test
    void manyDecisionsAtOnceAreAllKept() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            JsonNode items = tree(server.get("/ledger?source=report&limit=20")).get("items");
            List<CompletableFuture<Integer>> sent = new java.util.ArrayList<>();
            for (JsonNode item : items) {
                String body = "{\"action\": \"accept\", \"reason\": \"r\", \"entry\": " + item.get("id") + "}";
                sent.add(CompletableFuture.supplyAsync(
                        () -> server.post("/decisions", body).statusCode()));
            }
            assertThat(sent).hasSize(20).allMatch(answer -> answer.join() == 201);
            JsonNode decisions = tree(server.get("/decisions?limit=100"));
            assertThat(decisions.get("total").asInt()).isEqualTo(20);
            assertThat(decisions.get("items").findValuesAsText("id")).doesNotHaveDuplicates();
        }
    }

    @Test
    void headIsAnsweredWithoutABody() {
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            HttpResponse<String> head = server.send("HEAD", "/ledger", "");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("ETag"))
                    .isEqualTo(server.get("/ledger").headers().firstValue("ETag"));
            HttpResponse<String> packed = server.get("/ledger", "Accept-Encoding", "gzip");
            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        }
    }
}
