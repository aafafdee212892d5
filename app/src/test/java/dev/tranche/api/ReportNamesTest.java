package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports that state the figures of an equation are named, and nothing else is. */
@Slow
class ReportNamesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void evidenceNamesTheReportsOfItsClaims() {
        assertThat(ReportNames.keys("oslo-1#0 \"$5 million\"")).containsExactly("oslo-1");
        assertThat(ReportNames.keys("a report#12 \"some \"five\" million\"; oslo~00000001#3 \"$5 million\""))
                .containsExactly("a report", "oslo~00000001");
        assertThat(ReportNames.keys("https://quay.example/list#2024")).isEmpty();
    }

    @Test
    void equationsNameTheReportsThatStateTheirFigures() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            List<JsonNode> ofReports = new ArrayList<>();
            for (JsonNode equation :
                    JSON.readTree(server.get("/audit?limit=1000").body()).get("items")) {
                if (equation.get("evidence").toString().matches(".*#\\d+ .*")) {
                    ofReports.add(equation);
                }
            }
            assertThat(ofReports).isNotEmpty();
            for (JsonNode equation : ofReports) {
                String first = equation.at("/evidence/0").asText();
                assertThat(equation.at("/named/0/doc").asText())
                        .isNotEmpty()
                        .isEqualTo(first.substring(0, first.indexOf('#')));
            }
        }
    }
}
