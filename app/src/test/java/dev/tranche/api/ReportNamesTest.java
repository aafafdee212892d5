package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports that state the figures of an equation are named, and so are the entries that it is about. */
@Slow
class ReportNamesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void equationsNameTheReportsThatStateTheirFigures() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            List<JsonNode> ofReports = new ArrayList<>();
            for (JsonNode equation :
                    JSON.readTree(server.get("/audit?limit=1000").body()).get("items")) {
                if (equation.at("/sources/0/doc").isTextual()) {
                    ofReports.add(equation);
                }
            }
            assertThat(ofReports).isNotEmpty();
            for (JsonNode equation : ofReports) {
                assertThat(equation.at("/named/0/doc").asText())
                        .isNotEmpty()
                        .isEqualTo(equation.at("/sources/0/doc").asText());
                assertThat(equation.at("/evidence/0").asText())
                        .contains(equation.at("/sources/0/words").asText());
            }
        }
    }

    @Test
    void equationsAndContradictionsCallTheirEntriesBySumAndParties() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            Map<String, JsonNode> entries = new HashMap<>();
            JSON.readTree(server.get("/ledger?limit=1000").body())
                    .get("items")
                    .forEach(entry -> entries.put(entry.get("id").asText(), entry));
            int called = 0;
            for (String list : List.of("/audit", "/contradictions")) {
                for (JsonNode one :
                        JSON.readTree(server.get(list + "?limit=1000").body()).get("items")) {
                    for (JsonNode entry : one.get("called")) {
                        JsonNode whole = Objects.requireNonNull(
                                entries.get(entry.get("id").asText()));
                        entry.fieldNames()
                                .forEachRemaining(name ->
                                        assertThat(entry.get(name)).as(name).isEqualTo(whole.get(name)));
                        called++;
                    }
                    Stream.of(one.at("/sides/0/value"), one.at("/sides/1/value"), one.at("/entries/0"))
                            .map(JsonNode::asText)
                            .filter(entries::containsKey)
                            .forEach(id -> assertThat(one.get("called").findValuesAsText("id"))
                                    .contains(id));
                }
            }
            assertThat(called).isPositive();
        }
    }
}
