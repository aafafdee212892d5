package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Decides over the interface about what reports say besides sums, and about names. */
final class ContentDecisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VISIT = "22-vostok-monitor-kyiv-walk";
    private static final String FIGURE = "21-harbour-wire-kyiv-walk";

    private final LiveServer server;
    private final Contract contract;

    ContentDecisions(LiveServer server, Contract contract) {
        this.server = server;
        this.contract = contract;
    }

    /** Everything that a report says besides sums can be accepted, corrected, merged, split off, rejected and added. */
    void decide() throws IOException {
        acceptAndCorrect();
        joinAndPart();
        JsonNode figure = content(FIGURE, "figure").getFirst();
        decided("\"action\": \"reject-content\", \"contents\": [" + mark(FIGURE, figure) + "]");
        assertThat(content(FIGURE, "figure").getFirst().get("state").asText()).isEqualTo("rejected");
        add();
        agree();
        ofNames();
        keepARule();
    }

    private void acceptAndCorrect() throws IOException {
        JsonNode visit = content(VISIT, "encounter").getFirst();
        decided("\"action\": \"set-content\", \"content\": " + mark(VISIT, visit));
        assertThat(content(VISIT, "encounter").getFirst().get("state").asText()).isEqualTo("accepted");
        decided("\"action\": \"set-content\", \"content\": " + mark(VISIT, visit)
                + ", \"facts\": {\"place\": \"Chisinau\", \"stage\": \"cancelled\"}");
        JsonNode corrected = content(VISIT, "encounter").getFirst();
        assertThat(corrected.get("state").asText()).isEqualTo("corrected");
        assertThat(corrected.at("/facts/place").asText()).isEqualTo("Chisinau");
        assertThat(ask("/timeline?q=chisinau").at("/items/0/stage").asText()).isEqualTo("cancelled");
        refused(
                "\"action\": \"set-content\", \"content\": " + mark(VISIT, corrected)
                        + ", \"facts\": {\"place\": \"Chisinau\"}",
                "changes nothing");
        refused(
                "\"action\": \"set-content\", \"content\": " + mark(VISIT, corrected)
                        + ", \"facts\": {\"stage\": \"lost\"}",
                "must be one of");
        refused(
                "\"action\": \"reject-content\", \"contents\": [{\"doc\": \"" + VISIT
                        + "\", \"kind\": \"figure\", \"start\": 0, \"end\": 3}]",
                "has nothing of this kind");
    }

    private void joinAndPart() throws IOException {
        JsonNode one = content(VISIT, "statement").getFirst();
        JsonNode two = content(FIGURE, "statement").getFirst();
        String both = mark(VISIT, one) + ", " + mark(FIGURE, two);
        decided("\"action\": \"merge-content\", \"contents\": [" + both + "]");
        assertThat(content(VISIT, "statement").getFirst().get("merged").asText())
                .isEqualTo("joined");
        assertThat(content(FIGURE, "statement").getFirst().get("reports").asInt(2))
                .isEqualTo(2);
        decided("\"action\": \"split-content\", \"contents\": [" + mark(VISIT, one) + "]");
        assertThat(content(VISIT, "statement").getFirst().get("merged").asText())
                .isEqualTo("apart");
        refused("\"action\": \"merge-content\", \"contents\": [" + mark(VISIT, one) + "]", "at least 2");
        String where = "/alike?doc=" + VISIT + "&kind=statement&start=" + one.at("/evidence/start") + "&end="
                + one.at("/evidence/end");
        HttpResponse<String> alike = server.get(where);
        contract.check("GET /alike", alike);
        assertThat(JSON.readTree(alike.body()).get("items")).isNotEmpty();
        assertThat(JSON.readTree(server.get(where + "&q=zebra").body()).get("items"))
                .isEmpty();
        assertThat(server.get("/alike?doc=nothing&kind=statement&start=0&end=1").statusCode())
                .isEqualTo(404);
    }

    private void add() throws IOException {
        String words = "\"claim\": {\"doc\": \"" + VISIT + "\", \"start\": 0, \"end\": 12}";
        decided("\"action\": \"set-content\", " + words
                + ", \"kind\": \"gift\", \"facts\": {\"what\": \"field kitchens\","
                + " \"donor\": [\"Norway\"], \"recipient\": [\"MD\"], \"type\": \"humanitarian\", \"from\":"
                + " \"2031-02-03\"}");
        HttpResponse<String> gifts = server.get("/gifts");
        contract.check("GET /gifts", gifts);
        assertThat(JSON.readTree(gifts.body()).at("/items/0/facts/donor/0").asText())
                .isEqualTo("NO");
        refused(
                "\"action\": \"set-content\", " + words + ", \"kind\": \"gift\", \"facts\": {\"what\": \"kitchens\"}",
                "facts.donor");
        refused(
                "\"action\": \"set-content\", " + words + ", \"kind\": \"figure\", \"facts\": {\"unit\": \"kitchens\"}",
                "facts.value");
    }

    private void agree() throws IOException {
        for (String doc : List.of(VISIT, FIGURE)) {
            decided("\"action\": \"set-content\", \"claim\": {\"doc\": \"" + doc
                    + "\", \"start\": 0, \"end\": 12}, \"kind\": \"agreement\", \"facts\": {\"name\": \"pact of " + doc
                    + "\", \"parties\": [\"Norway\", \"MD\"], \"stage\": \"planned\"}");
        }
        JsonNode one = content(VISIT, "agreement").getFirst();
        JsonNode two = content(FIGURE, "agreement").getFirst();
        assertThat(one.at("/facts/parties").toString()).isEqualTo("[\"MD\",\"NO\"]");
        assertThat(one.get("reports").asInt()).isEqualTo(1);
        HttpResponse<String> alike = server.get("/alike?doc=" + VISIT + "&kind=agreement&start=0&end=12");
        contract.check("GET /alike", alike);
        assertThat(JSON.readTree(alike.body()).get("items")).hasSize(1);
        decided("\"action\": \"merge-content\", \"contents\": [" + mark(VISIT, one) + ", " + mark(FIGURE, two) + "]");
        assertThat(content(VISIT, "agreement").getFirst().get("reports").asInt())
                .isEqualTo(2);
        decided("\"action\": \"set-content\", \"content\": " + mark(VISIT, one)
                + ", \"facts\": {\"stage\": \"signed\", \"to\": \"2031-02-03\"}");
        JsonNode signed = content(VISIT, "agreement").getFirst();
        assertThat(signed.at("/facts/stage").asText()).isEqualTo("signed");
        refused(
                "\"action\": \"set-content\", \"content\": " + mark(VISIT, signed) + ", \"facts\": {\"parties\": []}",
                "facts.parties");
        refused(
                "\"action\": \"set-content\", \"content\": " + mark(VISIT, signed)
                        + ", \"facts\": {\"stage\": \"delivered\"}",
                "facts.stage");
        decided("\"action\": \"reject-content\", \"contents\": [" + mark(VISIT, signed) + "]");
        assertThat(content(FIGURE, "agreement").getFirst().get("reports").asInt())
                .isEqualTo(1);
    }

    private void ofNames() throws IOException {
        JsonNode names = ask("/names?kind=person&limit=2").get("items");
        String one = name(names.get(0));
        String two = name(names.get(1));
        decided("\"action\": \"merge-names\", \"names\": [" + one + ", " + two + "]");
        JsonNode merged = ask("/names?kind=person&limit=1").at("/items/0");
        assertThat(merged.get("spellings").toString())
                .contains(names.at("/1/name").asText());
        String report = ask("/names/" + encoded(merged.get("id").asText()) + "?kind=person")
                .at("/told_by/items/0/doc")
                .asText();
        decided("\"action\": \"split-name\", \"names\": [" + name(merged) + "], \"docs\": [\"" + report
                + "\"], \"name\": \"Somebody Else\"");
        assertThat(ask("/names?q=somebody+else").get("total").asInt()).isEqualTo(1);
        refused("\"action\": \"split-name\", \"names\": [" + name(merged) + "], \"forms\": [\"nothing\"]", "forms");
        refused("\"action\": \"merge-names\", \"names\": [" + one + "]", "two names or more");
    }

    private void keepARule() throws IOException {
        JsonNode entry = ask("/ledger?source=report&limit=1").at("/items/0");
        String outlet = ask("/entries/" + encoded(entry.get("id").asText()))
                .at("/claims/0/outlet")
                .asText();
        HttpResponse<String> effect = server.get("/rules/effect?outlet=" + encoded(outlet));
        contract.check("GET /rules/effect", effect);
        int gone = JSON.readTree(effect.body()).at("/gone/total").asInt();
        assertThat(JSON.readTree(effect.body()).get("claims").asInt()).isPositive();
        assertThat(server.get("/rules/effect?donor=US").statusCode()).isEqualTo(400);
        int before = ask("/ledger?source=report").get("total").asInt();
        HttpResponse<String> kept = server.post(
                "/decisions",
                "{\"reason\": \"r\", \"action\": \"rule\", \"pattern\": {\"outlet\": \"" + outlet + "\"}}");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        contract.check("POST /decisions", kept);
        assertThat(ask("/rules/effect?outlet=" + encoded(outlet)).get("claims").asInt())
                .isZero();
        assertThat(ask("/ledger?source=report").get("total").asInt()).isLessThanOrEqualTo(before - gone);
        decided("\"action\": \"undo\", \"decision\": "
                + JSON.readTree(kept.body()).at("/decision/id"));
        assertThat(ask("/ledger?source=report").get("total").asInt()).isEqualTo(before);
        refused("\"action\": \"rule\", \"pattern\": {\"donor\": [\"US\"]}", "neither an outlet nor words");
    }

    private static String name(JsonNode name) {
        return "{\"kind\": " + name.get("kind") + ", \"id\": " + name.get("id") + "}";
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private JsonNode ask(String path) throws IOException {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private List<JsonNode> content(String doc, String kind) throws IOException {
        HttpResponse<String> answer = server.get("/reports/" + doc);
        contract.check("GET /reports/{doc}", answer);
        List<JsonNode> content = new ArrayList<>();
        JSON.readTree(answer.body()).get("content").forEach(one -> {
            if (one.get("kind").asText().equals(kind)) {
                content.add(one);
            }
        });
        assertThat(content).isNotEmpty();
        return content;
    }

    private static String mark(String doc, JsonNode content) {
        return "{\"doc\": \"" + doc + "\", \"kind\": " + content.get("kind") + ", \"start\": "
                + content.at("/evidence/start") + ", \"end\": " + content.at("/evidence/end") + ", \"label\": "
                + content.get("label") + "}";
    }

    private void decided(String members) throws IOException {
        HttpResponse<String> answer = server.post("/decisions", "{\"reason\": \"r\", " + members + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        contract.check("POST /decisions", answer);
        assertThat(JSON.readTree(answer.body()).at("/decision/dangling").asBoolean())
                .isFalse();
    }

    private void refused(String members, String why) throws IOException {
        HttpResponse<String> answer = server.post("/decisions", "{\"reason\": \"r\", " + members + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
    }
}
