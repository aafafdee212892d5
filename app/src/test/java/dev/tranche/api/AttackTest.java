package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people who are not signed in, and those who are, may send to stop a server, fill its log or get past its rules. */
@Slow
class AttackTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than the server has threads. */
    private static final int SLOW_SENDERS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LiveServer server;

    @SuppressWarnings("NullAway.Init")
    private static LiveServer proxied;

    @BeforeAll
    static void start() {
        BookAddress book = LiveServer.fill(new BookAddress.InFile(folder.resolve("team.db")));
        LiveServer.addAccounts(book);
        server = LiveServer.over(book);
        proxied = LiveServer.behindProxy(book);
    }

    @AfterAll
    static void stop() {
        server.close();
        proxied.close();
    }

    private static long mistakes(LiveServer asked) {
        return asked.log()
                .lines()
                .filter(line -> line.contains("a bug in Tranche"))
                .count();
    }

    @Test
    void slowBodiesHoldNoThreadAndComeToAnEnd() {
        String cookie = server.cookie("vera");
        List<RawClient> senders = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_SENDERS; i++) {
                // Each from an address of its own would be let in; from one address only a part is.
                RawClient sender = new RawClient(proxied.port());
                senders.add(sender);
                sender.head("POST", "/api/v1/session", 1000, "X-Forwarded-For: 198.51.100." + i % 250)
                        .send("{");
            }
            for (int i = 0; i < 20; i++) {
                assertThat(proxied.get("/session").statusCode()).isEqualTo(200);
                assertThat(proxied.get("/ledger", "Cookie", cookie).statusCode())
                        .isEqualTo(200);
            }
            for (RawClient sender : senders) {
                // Given up: the connection ends, with an answer or without.
                assertThat(sender.rest()).doesNotContain(" 200 ");
            }
        } finally {
            senders.forEach(RawClient::close);
        }
        assertThat(mistakes(proxied)).isZero();
        assertThat(proxied.log()
                        .lines()
                        .filter(line -> line.contains("too slowly"))
                        .count())
                .isBetween(1L, 10L);
    }

    @Test
    void oneAddressSendsOnlySoManyBodiesAtOnce() {
        List<RawClient> senders = new ArrayList<>();
        try {
            for (int i = 0; i < 130; i++) {
                senders.add(new RawClient(proxied.port())
                        .head("POST", "/api/v1/decisions", 1000, "X-Forwarded-For: 203.0.113.5")
                        .send("{"));
            }
            HttpResponse<String> other = proxied.post("/decisions", "{}", "X-Forwarded-For", "203.0.113.6");
            assertThat(other.statusCode()).isEqualTo(401);
            // Connections are served in no order: any of them can be those that find no place.
            List<String> busy = senders.stream()
                    .map(RawClient::rest)
                    .filter(answer -> answer.startsWith("HTTP/1.1 503 "))
                    .toList();
            assertThat(busy).hasSizeBetween(1, 30).allMatch(answer -> answer.contains("Retry-After: "));
        } finally {
            senders.forEach(RawClient::close);
        }
    }

    @Test
    void brokenOffBodiesAreOneLineAndNoMistake() {
        String cookie = server.cookie("rita");
        long before = server.log().lines().count();
        for (int i = 0; i < 60; i++) {
            try (RawClient sender = new RawClient(server.port())) {
                sender.head("POST", "/api/v1/session", 1000).send("{\"name\":");
            }
        }
        for (int i = 0; i < 4; i++) {
            try (RawClient sender = new RawClient(server.port())) {
                sender.send("POST /api/v1/reports HTTP/1.1\r\nHost: localhost:" + server.port()
                        + "\r\nContent-Type: text/plain\r\nContent-Length: 9000\r\nCookie: " + cookie
                        + "\r\n\r\nA ferry");
            }
        }
        assertThat(server.get("/session").statusCode()).isEqualTo(200);
        assertThat(server.log()).doesNotContain("\tat ");
        assertThat(mistakes(server)).isZero();
        assertThat(server.log().lines().count() - before).isLessThan(5);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        try (RawClient sender = new RawClient(server.port())) {
            assertThat(sender.head("POST", "/api/v1/session", 1 << 19).rest()).startsWith("HTTP/1.1 413 ");
        }
        try (RawClient sender = new RawClient(server.port())) {
            assertThat(sender.head("POST", "/api/v1/decisions", 5L << 20).rest())
                    .startsWith("HTTP/1.1 413 ");
        }
        String large = "{\"name\": \"" + "a".repeat(20_000) + "\"}";
        assertThat(server.post("/session", large).statusCode()).isEqualTo(413);
        assertThat(server.post("/accounts", "{\"a\": \"" + "a".repeat(100_000) + "\"}", "Cookie", server.cookie("anna"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSlowUploadKeepsNoOtherWaiting() {
        String cookie = server.cookie("rita");
        try (RawClient slow = new RawClient(server.port())) {
            slow.send("POST /api/v1/reports HTTP/1.1\r\nHost: localhost:" + server.port()
                    + "\r\nContent-Type: text/plain\r\nContent-Length: 9000\r\nCookie: " + cookie + "\r\n\r\nA");
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> other = server.send(
                        "POST",
                        "/reports?name=slow" + i,
                        "A ferry sailed, number " + i + ".",
                        "Content-Type",
                        "text/plain",
                        "Cookie",
                        cookie);
                assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
            }
        }
    }

    @Test
    void headersThatAreListsMayBeAnything() {
        for (String value : List.of(
                ",",
                ", ,",
                ",,,,",
                " ",
                "1.2.3.4,",
                "unknown",
                "[",
                "[::1]:99",
                "1.2.3.4:9",
                "a".repeat(5000),
                "::",
                "\"",
                "a/b;q=\"",
                "a =",
                "%")) {
            for (String header : List.of("X-Forwarded-For", "X-Forwarded-Proto", "Accept", "If-None-Match", "Cookie")) {
                for (String path : List.of("/session", "/ledger", "/openapi.yaml", "/health", "/events")) {
                    assertThat(proxied.get(path, header, value).statusCode())
                            .as(path + " with " + header + ": " + value)
                            .isIn(200, 304, 401, 406);
                }
                HttpResponse<String> wrong =
                        proxied.post("/session", "{\"name\": \"nobody\", \"password\": \"x\"}", header, value);
                assertThat(wrong.statusCode()).as(header + ": " + value).isIn(401, 429);
            }
        }
        for (String value : List.of(",", "null", "http://", "//", ":", "https://a b")) {
            assertThat(proxied.post("/session", "{}", "Origin", value).statusCode())
                    .isEqualTo(403);
        }
        assertThat(mistakes(proxied)).isZero();
    }

    @Test
    void daysAtTheEndOfAllTimeAreRefusedBeforeTheyAreInTheBook() throws IOException {
        String cookie = server.cookie("rita");
        String entry = JSON.readTree(
                        server.get("/ledger?limit=1", "Cookie", cookie).body())
                .get("items")
                .get(0)
                .get("id")
                .asText();
        for (String day :
                List.of("-999999999-01-01", "+999999999-12-31", "+10000-01-01", "0000-01-01", "-0001-01-01")) {
            for (String side : List.of("from", "to")) {
                HttpResponse<String> answer = server.post(
                        "/decisions",
                        "{\"action\": \"correct\", \"reason\": \"a test\", \"entry\": \"" + entry
                                + "\", \"values\": {\"" + side + "\": \"" + day + "\"}}",
                        "Cookie",
                        cookie);
                assertThat(answer.statusCode()).as(day + ": " + answer.body()).isEqualTo(400);
                assertThat(server.get("/timeline/lanes?" + side + "=" + day.replace("+", "%2B"), "Cookie", cookie)
                                .statusCode())
                        .as(day)
                        .isEqualTo(400);
            }
        }
        assertThat(JSON.readTree(server.get("/health").body()).get("behind").asInt())
                .isZero();
        assertThat(mistakes(server)).isZero();
    }

    @Test
    void wrongMembersAreNamedOnlySoFar() throws IOException {
        StringBuilder many = new StringBuilder("{\"name\": 1");
        IntStream.range(0, 1_000).forEach(i -> many.append(", \"m").append(i).append("\": 1"));
        HttpResponse<String> answer = server.post("/session", many + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("errors").size()).isBetween(2, 20);
        StringBuilder query = new StringBuilder("/session?a=1");
        IntStream.range(0, 500).forEach(i -> query.append("&p").append(i).append("=1"));
        HttpResponse<String> asked = server.get(query.toString());
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(asked.body()).get("errors").size()).isBetween(2, 20);
    }

    @Test
    void numbersThatNoMachineHoldsAreNoJson() {
        for (String number : List.of("1E99999999999", "-1e99999999999", "1e-99999999999", "9".repeat(5000))) {
            HttpResponse<String> answer = server.post("/session", "{\"name\": " + number + ", \"password\": \"x\"}");
            assertThat(answer.statusCode()).as(number).isEqualTo(400);
        }
        assertThat(mistakes(server)).isZero();
    }

    @Test
    void addressesOfManySegmentsAreNotFound() {
        for (String path : List.of(
                "/" + "a/".repeat(3000) + "a.b",
                "/a" + ".b".repeat(4000),
                "/" + "a".repeat(8000) + ".css",
                "/assets/" + "x-".repeat(3000) + ".js")) {
            assertThat(server.sendTo("GET", path, "").statusCode()).isEqualTo(404);
        }
        assertThat(server.log()).doesNotContain("StackOverflow");
    }

    @Test
    void refusalsSayWhatIsAllowedAndWhen() {
        HttpResponse<String> wrong = server.send("PUT", "/ledger", "");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(server.send("PUT", "/session", "").headers().firstValue("Allow"))
                .contains("DELETE, GET, HEAD, POST");
        assertThat(server.send("DELETE", "/accounts/anna", "").headers().firstValue("Allow"))
                .contains("PATCH");
        HttpResponse<String> unknown =
                server.get("/entries/nothing", "If-None-Match", "*", "Cookie", server.cookie("vera"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(server.get("/book", "If-None-Match", "*", "Cookie", server.cookie("vera"))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> last = server.post("/session", "{\"name\": \"flooded\", \"password\": \"x\"}");
        for (int i = 0; i < 12; i++) {
            last = proxied.post(
                    "/session", "{\"name\": \"flooded\", \"password\": \"x\"}", "X-Forwarded-For", "203.0.113.77");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        String seconds = last.headers().firstValue("Retry-After").orElseThrow();
        assertThat(last.body()).contains("try again in " + seconds + " seconds");
    }

    @Test
    void cookiesAreForHttpsAlone() {
        String login = "{\"name\": \"vera\", \"password\": \"" + LiveServer.PASSWORD + "\"}";
        HttpResponse<String> secure =
                proxied.post("/session", login, "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.8");
        assertThat(secure.statusCode()).isEqualTo(200);
        assertThat(secure.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("; Secure"));
        assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
        HttpResponse<String> plain =
                proxied.post("/session", login, "X-Forwarded-Proto", "https, http", "X-Forwarded-For", "203.0.113.8");
        assertThat(plain.statusCode()).isEqualTo(403);
        assertThat(plain.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(server.get("/session").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void healthIsForEverybodyAndTellsNoPlaces() throws IOException {
        HttpResponse<String> health = server.get("/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(health.body()).get("status").asText()).isEqualTo("ok");
        assertThat(JSON.readTree(health.body()).get("version").asText()).isEqualTo("test");
        assertThat(health.body()).doesNotContain("team.db");
    }

    @Test
    void oneReaderHasOnlySoManyStreams() {
        String cookie = server.cookie("vera");
        List<RawClient> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                streams.add(stream(cookie));
                streams.getLast().line();
            }
            assertThat(server.get("/events", "Accept", "text/event-stream", "Cookie", cookie)
                            .statusCode())
                    .isEqualTo(503);
            try (RawClient other = stream(server.cookie("rita"))) {
                assertThat(other.line()).contains(" 200 ");
            }
        } finally {
            streams.forEach(RawClient::close);
        }
    }

    /** The token of one listener is removed and wrong tokens are tried: the others hear the server all the same. */
    @Test
    void aStreamThatMayNotGoOnEndsAloneAndTheOthersGoOn() throws IOException {
        String cookie = proxied.cookie("rita");
        HttpResponse<String> made =
                proxied.post("/tokens", "{\"label\": \"x\", \"role\": \"viewer\"}", "Cookie", cookie);
        String secret = JSON.readTree(made.body()).get("secret").asText();
        String id = JSON.readTree(made.body()).get("id").asText();
        String head = "GET /api/v1/events HTTP/1.1\r\nHost: localhost:" + proxied.port()
                + "\r\nAccept: text/event-stream\r\nX-Forwarded-For: 203.0.113.99\r\n";
        try (RawClient ending = new RawClient(proxied.port());
                RawClient other = new RawClient(proxied.port())) {
            ending.send(head + "Authorization: Bearer " + secret + "\r\n\r\n");
            assertThat(ending.line()).contains(" 200 ");
            other.send(head + "Cookie: " + cookie + "\r\n\r\n");
            assertThat(other.line()).contains(" 200 ");
            assertThat(proxied.send("DELETE", "/tokens/" + id, "", "Cookie", cookie)
                            .statusCode())
                    .isEqualTo(204);
            for (int i = 0; i < 35; i++) {
                proxied.get("/book", "Authorization", "Bearer wrong", "X-Forwarded-For", "203.0.113.99");
            }
            String line = other.line();
            while (!line.contains("the server is here")) {
                line = other.line();
            }
            assertThat(ending.rest()).doesNotContain("the server is here");
            while (!other.line().contains("the server is here")) {
                // The second heartbeat: the task goes on.
                assertThat(proxied.log()).doesNotContain("a bug in Tranche");
            }
        }
    }

    @Test
    void tokensManageNeitherAccountsNorTokens() throws IOException {
        String cookie = server.cookie("anna");
        HttpResponse<String> made = server.post("/tokens", "{\"label\": \"x\", \"role\": \"admin\"}", "Cookie", cookie);
        String bearer = "Bearer " + JSON.readTree(made.body()).get("secret").asText();
        String id = JSON.readTree(made.body()).get("id").asText();
        String account = "{\"name\": \"eve\", \"password\": \"ferry on the fjord\", \"role\": \"admin\"}";
        assertThat(server.post("/accounts", account, "Authorization", bearer).statusCode())
                .isEqualTo(403);
        assertThat(server.send(
                                "PATCH",
                                "/accounts/vera",
                                "{\"disabled\": true}",
                                "Authorization",
                                bearer,
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.send("DELETE", "/tokens/" + id, "", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/accounts", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(server.send("DELETE", "/tokens/" + id, "", "Cookie", cookie).statusCode())
                .isEqualTo(204);
    }

    private static RawClient stream(String cookie) {
        return new RawClient(server.port())
                .send("GET /api/v1/events HTTP/1.1\r\nHost: localhost:" + server.port()
                        + "\r\nAccept: text/event-stream\r\nCookie: " + cookie + "\r\n\r\n");
    }
}
