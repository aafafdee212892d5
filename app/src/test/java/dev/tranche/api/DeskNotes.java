package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** Notes about a task of the desk, through the interface. */
final class DeskNotes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DeskNotes() {}

    /** A note changes no entry: the task is put aside, and an undo brings it back. */
    static void check(LiveServer server, Contract contract) throws IOException {
        JsonNode desk = desk(server, contract, "/desk?limit=200");
        String task = desk.at("/items/0/id").asText();
        String body = "{\"action\": \"note\", \"reason\": \"r\", \"task\": \"%s\", \"note\": \"%s\"%s}";
        decide(server, contract, body.formatted(task, "assign", ", \"to\": \"bert\""));
        decide(server, contract, body.formatted(task, "comment", ""));
        JsonNode bert = desk(server, contract, "/desk?assignee=bert");
        assertThat(bert.at("/items/0/id").asText()).isEqualTo(task);
        assertThat(bert.at("/items/0/comments")).hasSize(1);
        JsonNode aside = decide(server, contract, body.formatted(task, "aside", ""));
        JsonNode put = desk(server, contract, "/desk?aside=true");
        assertThat(put.at("/items/0/aside/id").asText())
                .isEqualTo(aside.at("/decision/id").asText());
        assertThat(put.get("open").asInt()).isEqualTo(desk.get("open").asInt() - 1);
        decide(
                server,
                contract,
                "{\"action\": \"undo\", \"reason\": \"r\", \"decision\": %s}".formatted(aside.at("/decision/id")));
        assertThat(desk(server, contract, "/desk").get("open")).isEqualTo(desk.get("open"));
        for (String wrong : List.of(
                body.formatted("entry-none", "aside", ""),
                body.formatted(task, "aside", ", \"to\": \"bert\""),
                body.formatted(task, "assign", ", \"to\": \"Bert Ö\""),
                body.formatted(task, "forget", ""))) {
            HttpResponse<String> refused = server.post("/decisions", wrong);
            contract.check("POST /decisions", refused);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
        }
    }

    private static JsonNode desk(LiveServer server, Contract contract, String path) throws IOException {
        HttpResponse<String> answer = server.get(path);
        contract.check("GET /desk", answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode decide(LiveServer server, Contract contract, String body) throws IOException {
        HttpResponse<String> answer = server.post("/decisions", body);
        contract.check("POST /decisions", answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }
}
