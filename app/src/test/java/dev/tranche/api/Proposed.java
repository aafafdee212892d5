package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.opinion.Proposal;
import dev.tranche.opinion.ProposalFile;
import dev.tranche.review.Field;
import dev.tranche.store.BookAddress;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Proposals of a second reader for a book that a server shows: written by the test, decided on over the interface. */
final class Proposed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveServer server;
    private final Contract contract;

    Proposed(LiveServer server, Contract contract) {
        this.server = server;
        this.contract = contract;
    }

    /** Writes proposals of recipient Moldova for doubtful entries; returns their ids. */
    static List<String> write(LiveServer server, ProposalFile file, int howMany) throws IOException {
        List<String> ids = new ArrayList<>();
        JsonNode doubtful = JSON.readTree(
                server.get("/ledger?standing=doubtful&source=report&limit=200").body());
        for (JsonNode entry : doubtful.get("items")) {
            boolean isPlain = entry.get("recipient").size() <= 1
                    && !entry.get("recipient").toString().contains("MD");
            if (ids.size() < howMany && isPlain) {
                String id = "q" + ids.size();
                file.add(new Proposal(
                        id,
                        entry.get("id").asText(),
                        Field.RECIPIENT,
                        entry.at("/recipient/0").asText(""),
                        "MD",
                        "Moldova",
                        "Chisinau",
                        "some-report",
                        "$5 million",
                        "tiny",
                        1,
                        Instant.parse("2026-02-03T04:05:06Z")));
                ids.add(id);
            }
        }
        assertThat(ids).hasSize(howMany);
        return ids;
    }

    private JsonNode open() throws IOException {
        HttpResponse<String> answer = server.get("/proposals");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract.check("GET /proposals", answer);
        return JSON.readTree(answer.body());
    }

    /** Nothing is proposed at first; what is proposed is shown until it is accepted by a correction, or refused. */
    void acceptOneAndRefuseOne(BookAddress book) throws IOException, InterruptedException {
        ProposalFile file = ProposalFile.of(book, server.folder());
        try {
            assertThat(open().get("total").asInt()).isZero();
            List<String> ids = write(server, file, 2);
            JsonNode items = open().get("items");
            assertThat(items).hasSize(2);
            new ExportedLists(server, contract).checkProposals(2);
            JsonNode first = items.get(0);
            assertThat(first.get("sentence").asText())
                    .isEqualTo("Second reader proposes: recipient Moldova (model tiny, prompt 1)");
            String decision = "{\"action\": \"correct\", \"reason\": %s, \"entry\": %s, \"values\": %s}"
                    .formatted(first.get("sentence"), first.at("/entry/id"), first.get("values"));
            HttpResponse<String> decided = server.post("/decisions", decision);
            assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
            JsonNode corrected = JSON.readTree(
                    server.get("/ledger?recipient=MD&reviewed=true").body());
            assertThat(corrected.at("/items/0/id")).isEqualTo(first.at("/entry/id"));
            assertThat(open().get("items")).hasSize(1);
            HttpResponse<String> refused = server.send("DELETE", "/proposals/" + ids.get(1), "");
            assertThat(refused.statusCode()).isEqualTo(204);
            contract.check("DELETE /proposals/{id}", refused);
            HttpResponse<String> twice = server.send("DELETE", "/proposals/" + ids.get(1), "");
            assertThat(twice.statusCode()).isEqualTo(404);
            contract.check("DELETE /proposals/{id}", twice);
            assertThat(open().get("items")).isEmpty();
            String undo = "{\"action\": \"undo\", \"reason\": \"r\", \"decision\": %s}"
                    .formatted(JSON.readTree(decided.body()).at("/decision/id"));
            assertThat(server.post("/decisions", undo).statusCode()).isEqualTo(201);
            assertThat(open().get("items"))
                    .as("what is taken back is proposed again")
                    .hasSize(1);
        } finally {
            Files.deleteIfExists(file.path());
        }
    }
}
