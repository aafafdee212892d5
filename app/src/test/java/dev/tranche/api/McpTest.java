package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Slow;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What assistants get from a server: the numbers of the pages, words that can be cited, and nothing without a token.
 */
@Slow
class McpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static JsonNode rest(LiveServer server, String path) throws IOException {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void everyToolSaysThatItOnlyReadsAndWhatItTakes() {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            List<McpSchema.Tool> tools = client.listTools().tools();
            assertThat(tools)
                    .extracting(McpSchema.Tool::name)
                    .containsExactlyInAnyOrder(
                            "search_entries", "get_entry", "sum", "timeline", "claims", "audit", "read_text");
            for (McpSchema.Tool tool : tools) {
                assertThat(tool.annotations().readOnlyHint()).as(tool.name()).isTrue();
                assertThat(tool.annotations().destructiveHint()).as(tool.name()).isFalse();
                assertThat(tool.description()).as(tool.name()).isNotBlank();
                assertThat(tool.outputSchema()).as(tool.name()).containsKey("properties");
                for (String argument : arguments(tool)) {
                    // Of a wrong value the tool says so, and not that it does not know the argument.
                    String refused = McpClients.refused(client, tool.name(), wrong(tool, argument));
                    assertThat(refused).as(tool.name() + " " + argument).doesNotContain("no parameter of this");
                }
            }
            assertThat(client.getServerInstructions()).contains("cite");
            assertThat(server.log()).isEmpty();
        }
    }

    private static Set<String> arguments(McpSchema.Tool tool) {
        return JSON.<JsonNode>valueToTree(tool.inputSchema()).get("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** An object is the value of no argument. Two arguments of claims are those of contradictions. */
    private static Map<String, Object> wrong(McpSchema.Tool tool, String argument) {
        boolean ofContradictions =
                tool.name().equals("claims") && (argument.equals("type") || argument.equals("entry"));
        return ofContradictions ? Map.of("find", "contradictions", argument, Map.of()) : Map.of(argument, Map.of());
    }

    @Test
    void theNumbersAreThoseOfThePages() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            JsonNode ledger = rest(server, "/ledger?donor=US&recipient=UA");
            JsonNode entries = McpClients.ask(
                    client, "search_entries", Map.of("donor", "United States", "recipient", "ukraine", "limit", 5));
            assertThat(entries.get("sums")).isEqualTo(ledger.get("sums")).isNotEmpty();
            assertThat(entries.get("total")).isEqualTo(ledger.get("total"));
            JsonNode sums = rest(server, "/sums?by=donor,year&into=EUR&from=2023-01-01");
            JsonNode told = McpClients.ask(
                    client,
                    "sum",
                    Map.of("by", List.of("donor", "year"), "into", "eur", "from", "2023-01-01", "limit", 100));
            assertThat(told.get("rows")).hasSameSizeAs(sums.get("rows")).isNotEmpty();
            for (int i = 0; i < sums.get("rows").size(); i++) {
                for (String member : List.of("keys", "currency", "sums", "entries")) {
                    assertThat(told.at("/rows/" + i).get(member))
                            .isEqualTo(sums.at("/rows/" + i).get(member));
                }
            }
            assertThat(told.get("counted").asText()).startsWith("Counted are ").contains("parts instead of");
            for (String[] pair : new String[][] {
                {"timeline", "/timeline"},
                {"claims", "/statements"},
                {"audit", "/audit"}
            }) {
                assertThat(McpClients.ask(client, pair[0], Map.of()).get("total"))
                        .as(pair[0])
                        .isEqualTo(rest(server, pair[1]).get("total"));
            }
            assertThat(McpClients.ask(client, "claims", Map.of("find", "contradictions"))
                            .get("total"))
                    .isEqualTo(rest(server, "/contradictions").get("total"));
        }
    }

    /** Arguments choose what they choose on the pages. */
    @Test
    void filtersAreThoseOfThePages() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            for (String[] asked : new String[][] {
                {"timeline", "country", "NZ", "/timeline"},
                {"claims", "denied", "true", "/statements"},
                {"audit", "holds", "false", "/audit"}
            }) {
                JsonNode page = rest(server, asked[3] + "?" + asked[1] + "=" + asked[2]);
                assertThat(page.get("total"))
                        .as(asked[0])
                        .isNotEqualTo(rest(server, asked[3]).get("total"))
                        .isEqualTo(McpClients.ask(client, asked[0], Map.of(asked[1], asked[2]))
                                .get("total"));
            }
            Map<String, JsonNode> ledger = new HashMap<>();
            rest(server, "/ledger?limit=1000")
                    .get("items")
                    .forEach(entry -> ledger.put(entry.get("id").asText(), entry.get("counted")));
            for (JsonNode entry : McpClients.ask(client, "search_entries", Map.of("limit", 50, "standing", "booked"))
                    .get("items")) {
                assertThat(entry.get("counted"))
                        .isEqualTo(ledger.get(entry.get("id").asText()));
            }
        }
    }

    /** The entry cited for a row is the largest in the currency of the row, not by the figure in its own. */
    private static boolean isAtMost(Map<String, Long> sums, String id, String other) {
        return sums.getOrDefault(id, Long.MAX_VALUE) <= sums.getOrDefault(other, Long.MIN_VALUE);
    }

    @Test
    void theLargestOfARowIsFoundInItsCurrency() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            Map<String, Long> converted = new HashMap<>();
            Map<String, Long> figures = new HashMap<>();
            for (JsonNode entry : rest(server, "/ledger?into=EUR&limit=1000").get("items")) {
                String id = entry.get("id").asText();
                converted.put(id, entry.at("/converted/amount").asLong());
                figures.put(id, entry.get("amount").asLong());
            }
            int misleading = 0;
            for (long most : new TreeSet<>(figures.values())) {
                Map<String, Object> range = Map.of("into", "EUR", "max", most, "min", most / 4);
                for (JsonNode row : McpClients.ask(client, "sum", range).get("rows")) {
                    if (row.get("entries").asInt() == row.get("ids").size()) {
                        List<String> ids = new ArrayList<>();
                        row.get("ids").forEach(id -> ids.add(id.asText()));
                        String largest = row.at("/largest/id").asText();
                        assertThat(ids).as(row.toString()).allMatch(id -> isAtMost(converted, id, largest));
                        misleading += ids.stream().allMatch(id -> isAtMost(figures, id, largest)) ? 0 : 1;
                    }
                }
            }
            assertThat(misleading).as("rows in which the figures mislead").isPositive();
        }
    }

    /** Every quote is the text of its report at its place, and every item has its id. */
    @Test
    void whatIsToldCanBeCited() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            Set<String> seen = new HashSet<>();
            int cited = 0;
            for (Map.Entry<String, Map<String, Object>> list : Map.<String, Map<String, Object>>of(
                            "search_entries", Map.of("source", "report", "limit", 20),
                            "timeline", Map.of("limit", 20),
                            "claims", Map.of("limit", 20))
                    .entrySet()) {
                for (JsonNode item :
                        McpClients.ask(client, list.getKey(), list.getValue()).get("items")) {
                    assertThat(seen.add(item.get("id").asText()))
                            .as("ids are unique")
                            .isTrue();
                    assertThat(item.get("citations")).as(item.toString()).isNotEmpty();
                    for (JsonNode citation : item.get("citations")) {
                        checkQuote(server, citation);
                        cited++;
                    }
                }
            }
            assertThat(cited).isGreaterThan(40);
            String id = McpClients.ask(client, "search_entries", Map.of("sort", "outlets", "source", "report"))
                    .at("/items/0/id")
                    .asText();
            JsonNode entry = McpClients.ask(client, "get_entry", Map.of("id", id));
            JsonNode shown = rest(server, "/entries/" + entry.get("id").asText());
            assertThat(shown.get("claims").size()).isGreaterThan(1);
            assertThat(entry.get("places").asInt())
                    .isEqualTo(shown.get("claims").size());
            JsonNode amount = entry.at("/cells/0");
            assertThat(amount.get("field").asText()).isEqualTo("amount");
            checkQuote(server, amount.at("/said/0/words/0/citation"));
            assertThat(McpClients.ask(
                                    client,
                                    "get_entry",
                                    Map.of("id", entry.get("short").asText()))
                            .get("id"))
                    .as("people cite the short name")
                    .isEqualTo(entry.get("id"));
        }
    }

    private static void checkQuote(LiveServer server, JsonNode citation) throws IOException {
        String doc = URLEncoder.encode(citation.get("report").asText(), StandardCharsets.UTF_8);
        String text =
                rest(server, "/reports/" + doc.replace("+", "%20")).get("text").asText();
        assertThat(text.substring(
                        citation.get("start").asInt(), citation.get("end").asInt()))
                .isEqualTo(citation.get("quote").asText());
        assertThat(citation.has("outlet") && citation.has("address") && citation.has("published"))
                .isTrue();
    }

    @Test
    void pagesHoldEveryEntryOnce() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            List<String> ids = new ArrayList<>();
            Map<String, Object> arguments = new HashMap<>(Map.of("limit", 17, "sort", "amount"));
            JsonNode page;
            do {
                page = McpClients.ask(client, "search_entries", arguments);
                page.get("items").forEach(item -> ids.add(item.get("id").asText()));
                arguments.put("cursor", page.get("next").asText());
            } while (!page.get("next").isNull());
            assertThat(ids).hasSize(page.get("total").asInt()).doesNotHaveDuplicates();
            assertThat(ids).hasSize(rest(server, "/book").get("entries").asInt());
            assertThat(McpClients.refused(client, "search_entries", Map.of("cursor", "bm9uc2Vuc2U")))
                    .contains("cursor: is not the `next` of an answer");
        }
    }

    @Test
    void aTextThatIsReadIsNotKept() throws IOException {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            JsonNode before = rest(server, "/book");
            JsonNode read = McpClients.ask(
                    client,
                    "read_text",
                    Map.of(
                            "title", "Oslo helps Chisinau",
                            "text", "Norway announced $35 million in humanitarian aid to Moldova on Friday.",
                            "outlet", "The Harbour Wire",
                            "published", "2024-05-17"));
            assertThat(read.at("/published/from").asText()).isEqualTo("2024-05-17");
            assertThat(read.at("/facts/0/date/from").asText())
                    .as("Friday is counted from the day that was given")
                    .isEqualTo("2024-05-17");
            assertThat(read.at("/facts/0/amount").asLong()).isEqualTo(35_000_000);
            assertThat(read.at("/facts/0/donor/0").asText()).isEqualTo("NO");
            assertThat(read.at("/facts/0/quote").asText()).contains("$35 million");
            assertThat(rest(server, "/book")).isEqualTo(before);
            assertThat(rest(server, "/search?q=%22Oslo+helps+Chisinau%22").get("reports"))
                    .isEmpty();
        }
    }

    @Test
    void wrongArgumentsAreAllToldAtOnce() {
        try (LiveServer server = LiveServer.ofSamples(folder);
                McpSyncClient client = McpClients.overHttp(server.port(), Optional.empty())) {
            assertThat(McpClients.refused(
                            client,
                            "sum",
                            Map.of("donor", "Freedonia", "stage", "announcd", "limit", 100_000, "lmit", true)))
                    .contains("'Freedonia' is neither the code nor the name", "Did you mean announced?")
                    .contains("limit: is not a number from 1 to 100", "Did you mean limit?");
            assertThat(McpClients.refused(client, "get_entry", Map.of())).isEqualTo("id: is missing.");
            assertThat(McpClients.refused(client, "get_entry", Map.of("id", "US-UA-1999-xxxx")))
                    .contains("no entry 'US-UA-1999-xxxx'");
            assertThat(McpClients.refused(client, "audit", Map.of("entry", "\u0000\uD800")))
                    .contains("no entry");
            assertThat(McpClients.refused(client, "read_text", Map.of("text", " \n ")))
                    .isEqualTo("text: is empty.");
            assertThat(McpClients.refused(client, "read_text", Map.of("text", "a".repeat(50_001))))
                    .contains("has 50001 characters; at most 50000 are taken");
            assertThat(McpClients.refused(client, "timeline", Map.of("country", "x".repeat(5_000))))
                    .contains("more than 100 characters");
            assertThat(McpClients.refused(client, "timeline", Map.of("from", "tomorrow")))
                    .contains("from: is not a date");
            assertThatThrownBy(() -> McpClients.call(client, "drop_tables", Map.of()))
                    .hasMessageContaining("tool");
            assertThat(server.log()).isEmpty();
        }
    }

    @Test
    void nobodyIsAnsweredWithoutATokenOnceThereAreAccounts() throws IOException {
        BookAddress book = LiveServer.fill(new BookAddress.InFile(folder.resolve("team.db")));
        LiveServer.addAccounts(book);
        try (LiveServer server = LiveServer.over(book)) {
            HttpResponse<String> refused =
                    server.post("/mcp", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThatThrownBy(() -> McpClients.overHttp(server.port(), Optional.empty()))
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> McpClients.overHttp(server.port(), Optional.of("tranche_wrong")))
                    .isInstanceOf(RuntimeException.class);
            HttpResponse<String> made = server.post(
                    "/tokens", "{\"label\": \"assistant\", \"role\": \"viewer\"}", "Cookie", server.cookie("vera"));
            String secret = JSON.readTree(made.body()).get("secret").asText();
            try (McpSyncClient client = McpClients.overHttp(server.port(), Optional.of(secret))) {
                assertThat(McpClients.ask(client, "search_entries", Map.of())
                                .get("total")
                                .asInt())
                        .isPositive();
            }
        }
    }

    @Test
    void otherSitesStreamsAndOtherVersionsAreRefused() {
        String ping = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            assertThat(server.post("/mcp", ping).statusCode()).isEqualTo(200);
            assertThat(server.post("/mcp", ping, "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.post("/mcp", ping, "Host", "evil.example").statusCode())
                    .isEqualTo(421);
            assertThat(server.post("/mcp", ping, "MCP-Protocol-Version", "1999-01-01")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.send("POST", "/mcp", ping, "Content-Type", "text/plain")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(server.post("/mcp", "[" + "1,".repeat(600_000) + "1]").statusCode())
                    .isEqualTo(413);
            for (String method : List.of("GET", "HEAD", "DELETE", "PUT")) {
                HttpResponse<String> answer = server.send(method, "/mcp", "");
                assertThat(answer.statusCode()).as(method).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow")).as(method).contains("POST");
            }
            assertThat(server.log()).isEmpty();
        }
    }

    @Test
    void whatIsNoMessageIsAnsweredWithAnError() throws IOException {
        String deep = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\", \"params\": " + "[".repeat(90_000)
                + "]".repeat(90_000) + "}";
        try (LiveServer server = LiveServer.ofSamples(folder)) {
            for (String wrong : List.of(
                    "",
                    "{",
                    "[]",
                    "null",
                    "7",
                    "{}",
                    "{\"jsonrpc\": \"2.0\"}",
                    deep,
                    "\uFEFF{}",
                    "{\"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"ping\"}",
                    "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}",
                    "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}",
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": []}")) {
                HttpResponse<String> answer = server.post("/mcp", wrong);
                assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
                assertThat(JSON.readTree(answer.body()).at("/error/code").asInt())
                        .as(wrong)
                        .isIn(-32_700, -32_600);
            }
            for (String odd : List.of(
                    "{\"jsonrpc\": \"2.0\", \"id\": \"\\ud800\", \"method\": \"nothing/known\"}",
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\"}",
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": 3}",
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": 5}}",
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\": []}")) {
                HttpResponse<String> answer = server.post("/mcp", odd);
                assertThat(answer.statusCode()).as(odd).isEqualTo(200);
                assertThat(JSON.readTree(answer.body()).has("error"))
                        .as(odd + answer.body())
                        .isTrue();
            }
            assertThat(server.post("/mcp", "{\"jsonrpc\": \"2.0\", \"method\": \"nobody/knows\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(server.post("/mcp", "{\"jsonrpc\": \"2.0\", \"id\": 4, \"result\": {}}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(server.log()).isEmpty();
        }
    }
}
