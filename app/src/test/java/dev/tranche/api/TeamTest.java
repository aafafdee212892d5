package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Slow;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book with accounts: who may ask and do what. */
@Slow
class TeamTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static BookAddress book;

    @SuppressWarnings("NullAway.Init")
    private static LiveServer server;

    @BeforeAll
    static void start() {
        book = LiveServer.fill(new BookAddress.InFile(folder.resolve("team.db")));
        LiveServer.addAccounts(book);
        server = LiveServer.over(book);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The least role of each route; everything else is refused to those below. */
    private static Map<String, String> needed() {
        Map<String, String> needed = new TreeMap<>();
        for (String route : server.server().routes()) {
            needed.put(route, "viewer");
        }
        for (String open :
                List.of("GET /session", "POST /session", "DELETE /session", "GET /openapi.yaml", "GET /health")) {
            needed.put(open, "nobody");
        }
        for (String route : List.of(
                "POST /decisions",
                "POST /reports",
                "POST /fetches",
                "POST /feeds",
                "PATCH /feeds",
                "DELETE /feeds",
                "DELETE /proposals/{id}")) {
            needed.put(route, "reviewer");
        }
        for (String route : List.of("GET /accounts", "POST /accounts", "GET /logins")) {
            needed.put(route, "admin");
        }
        return needed;
    }

    private static HttpResponse<String> send(String route, String... headers) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{\\w+\\}", "nothing");
        if (parts[1].equals("/events")) {
            // Without the right to listen the answer is a problem; with it there is no end to the answer.
            return server.send(parts[0], path, "", headers);
        }
        return parts[0].equals("GET") || parts[0].equals("DELETE")
                ? server.send(parts[0], path, "", headers)
                : sendBody(parts[0], path, headers);
    }

    private static HttpResponse<String> sendBody(String method, String path, String... headers) {
        List<String> all = new java.util.ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return server.send(method, path, "{}", all.toArray(String[]::new));
    }

    @Test
    void everyRouteAsksForItsRole() {
        List<String> roles = List.of("nobody", "viewer", "reviewer", "admin");
        Map<String, String> cookies = Map.of(
                "viewer", server.cookie("vera"), "reviewer", server.cookie("rita"), "admin", server.cookie("anna"));
        Map<String, String> needed = needed();
        assertThat(needed).hasSizeGreaterThan(25);
        needed.forEach((route, least) -> {
            for (String role : roles) {
                // Signing out would end the session that the rest of the test needs.
                if (route.equals("DELETE /session") || route.equals("POST /session") || route.equals("GET /events")) {
                    continue;
                }
                String cookie = cookies.getOrDefault(role, "");
                HttpResponse<String> answer = cookie.isEmpty() ? send(route) : send(route, "Cookie", cookie);
                boolean may = roles.indexOf(role) >= roles.indexOf(least);
                if (may) {
                    assertThat(answer.statusCode()).as(route + " as " + role).isNotIn(401);
                    assertThat(answer.body()).as(route + " as " + role).doesNotContain("This needs the role");
                } else {
                    assertThat(answer.statusCode())
                            .as(route + " as " + role)
                            .isEqualTo(role.equals("nobody") ? 401 : 403);
                }
            }
        });
        assertThat(server.get("/events").statusCode()).isEqualTo(401);
    }

    @Test
    void decisionsCarryTheNameOfTheSession() throws IOException {
        String entry = JSON.readTree(server.get("/ledger?sort=outlets&limit=1", "Cookie", server.cookie("vera"))
                        .body())
                .at("/items/0/id")
                .asText();
        HttpResponse<String> answer = server.post(
                "/decisions",
                "{\"action\": \"accept\", \"reason\": \"seen\", \"entry\": \"" + entry + "\"}",
                "Cookie",
                server.cookie("rita"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(JSON.readTree(answer.body()).at("/decision/author").asText()).isEqualTo("rita");
    }

    @Test
    void wrongNamesAndPasswordsAreToldAlikeAndBounded() {
        HttpResponse<String> wrong = server.post("/session", "{\"name\": \"vera\", \"password\": \"wrong\"}");
        HttpResponse<String> unknown = server.post("/session", "{\"name\": \"nobody\", \"password\": \"wrong\"}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        boolean stopped = false;
        for (int i = 0; i < 12 && !stopped; i++) {
            HttpResponse<String> next =
                    server.post("/session", "{\"name\": \"guessed\", \"password\": \"p" + i + "\"}");
            stopped = next.statusCode() == 429;
        }
        assertThat(stopped).as("guessing is stopped").isTrue();
        String logins = server.get("/logins?limit=1000", "Cookie", server.cookie("anna"))
                .body();
        assertThat(logins).contains("wrong-password", "unknown-name", "too-many", "signed-in");
    }

    @Test
    void aLedgerIsReadFromAnyPlace() throws IOException {
        String rita = server.cookie("rita");
        String third = server.get("/ledger?limit=1&skip=2", "Cookie", rita).body();
        String three = server.get("/ledger?limit=3", "Cookie", rita).body();
        assertThat(JSON.readTree(third).at("/items/0/id"))
                .isEqualTo(JSON.readTree(three).at("/items/2/id"));
        String beyond =
                server.get("/ledger?limit=3&skip=1000000", "Cookie", rita).body();
        assertThat(JSON.readTree(beyond).get("items")).isEmpty();
        assertThat(server.get("/ledger?skip=-1", "Cookie", rita).statusCode()).isEqualTo(400);
    }

    @Test
    void viewsBelongToTheirAccountAlone() {
        String anna = server.cookie("anna");
        String rita = server.cookie("rita");
        String body = "{\"items\": [{\"name\": \"mine\", \"query\": \"donor=US\"}]}";
        assertThat(server.send("PATCH", "/views", body, "Cookie", rita, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
        for (String wrong : List.of("{}", body.replace("]", ", {\"name\": \"mine\", \"query\": \"\"}]"))) {
            assertThat(server.send("PATCH", "/views", wrong, "Cookie", rita, "Content-Type", "application/json")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(server.get("/views", "Cookie", rita).body()).contains("mine");
        assertThat(server.get("/views", "Cookie", anna).body())
                .as("not even an admin's")
                .doesNotContain("mine");
    }

    @Test
    void whatAnAccountHasSeenIsItsOwnAndNeverMoreThanTheBook() throws IOException {
        String anna = server.cookie("anna");
        String rita = server.cookie("rita");
        assertThat(look(anna, "{\"head\": 99999999}").body()).isEqualTo("{\"before\":null}");
        JsonNode seen =
                JSON.readTree(look(anna, "{\"head\": 0, \"seen\": true}").body());
        assertThat(seen.at("/before/head").asLong())
                .isEqualTo(JSON.readTree(server.get("/book", "Cookie", anna).body())
                        .get("head")
                        .asLong())
                .isPositive();
        assertThat(JSON.readTree(look(anna, "{\"head\": 0}").body())).isEqualTo(seen);
        assertThat(look(rita, "{\"head\": 1}").body()).isEqualTo("{\"before\":null}");
        for (String wrong : List.of("{}", "{\"head\": -1}", "{\"head\": 1, \"other\": 2}")) {
            assertThat(look(rita, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    private static HttpResponse<String> look(String cookie, String body) {
        return server.send("PATCH", "/visit", body, "Cookie", cookie, "Content-Type", "application/json");
    }

    @Test
    void aSessionIdCountsInItsCookieAlone() {
        String cookie = server.cookie("vera");
        String name = cookie.substring(0, cookie.indexOf('='));
        String id = cookie.substring(name.length() + 1);
        assertThat(server.get("/book", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(server.get("/book?" + cookie).statusCode()).isEqualTo(401);
        assertThat(server.get("/book;" + cookie).statusCode()).isIn(400, 401, 404);
        for (String header : List.of("Authorization", "X-Session", "X-Auth-Token", name)) {
            for (String value : List.of(id, cookie, "Bearer " + id)) {
                assertThat(server.get("/book", header, value).statusCode())
                        .as(header + ": " + value)
                        .isEqualTo(401);
            }
        }
        assertThat(server.get("/book", "Cookie", name + "x=" + id).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsCookieItsPasswordAndItsAccount() {
        String anna = server.cookie("anna");
        assertThat(server.post(
                                "/accounts",
                                "{\"name\": \"tom\", \"password\": \"" + LiveServer.PASSWORD
                                        + "\", \"role\": \"viewer\"}",
                                "Cookie",
                                anna)
                        .statusCode())
                .isEqualTo(201);
        String tom = server.cookie("tom");
        assertThat(server.get("/book", "Cookie", tom).statusCode()).isEqualTo(200);
        assertThat(server.get("/book", "Cookie", tom + "x").statusCode()).isEqualTo(401);
        assertThat(change(tom, "tom", "{\"password\": \"another long one\"}").statusCode())
                .isEqualTo(400);
        assertThat(change(tom, "tom", "{\"role\": \"admin\"}").statusCode()).isEqualTo(403);
        assertThat(change(tom, "vera", "{\"password\": \"another long one\"}").statusCode())
                .isEqualTo(403);
        HttpResponse<String> changed = change(
                tom, "tom", "{\"password\": \"another long one\", \"current\": \"" + LiveServer.PASSWORD + "\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(server.get("/book", "Cookie", tom).statusCode())
                .as("every session of the old password ends")
                .isEqualTo(401);
        tom = changed.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(server.get("/book", "Cookie", tom).statusCode())
                .as("who changed it goes on with another one")
                .isEqualTo(200);
        assertThat(change(anna, "tom", "{\"disabled\": true}").statusCode()).isEqualTo(200);
        assertThat(server.get("/book", "Cookie", tom).statusCode()).isEqualTo(401);
        assertThat(change(anna, "anna", "{\"disabled\": true}").statusCode()).isEqualTo(409);
        String vera = server.cookie("vera");
        assertThat(server.send("DELETE", "/session", "", "Cookie", vera).statusCode())
                .isEqualTo(204);
        assertThat(server.get("/book", "Cookie", vera).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> change(String cookie, String name, String body) {
        return server.send("PATCH", "/accounts/" + name, body, "Cookie", cookie, "Content-Type", "application/json");
    }

    @Test
    void tokensDoNoMoreThanTheirRoleAndMakeNoTokens() throws IOException {
        String rita = server.cookie("rita");
        assertThat(server.post("/tokens", "{\"label\": \"x\", \"role\": \"admin\"}", "Cookie", rita)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post(
                                "/tokens",
                                "{\"label\": \"x\", \"role\": \"viewer\", \"expires\": \"2001-01-01\"}",
                                "Cookie",
                                rita)
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> made = server.post("/tokens", "{\"label\": \"x\", \"role\": \"viewer\"}", "Cookie", rita);
        String secret = JSON.readTree(made.body()).get("secret").asText();
        assertThat(secret).matches("tranche_[A-Za-z0-9_-]{43}");
        String[] token = {"Authorization", "Bearer " + secret};
        assertThat(server.get("/book", token).statusCode()).isEqualTo(200);
        assertThat(server.post("/decisions", "{}", token).statusCode()).isEqualTo(403);
        assertThat(server.post("/tokens", "{\"label\": \"y\", \"role\": \"viewer\"}", token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/tokens", "Cookie", rita).body()).doesNotContain(secret);
        String id = JSON.readTree(made.body()).get("id").asText();
        assertThat(server.send("DELETE", "/tokens/" + id, "", "Cookie", server.cookie("vera"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("/book", "Authorization", "Bearer tranche_no").statusCode())
                .isEqualTo(401);
    }

    @Test
    void behindAProxyTheCookieIsBoundToTheHost() {
        try (LiveServer proxied = LiveServer.behindProxy(book)) {
            String body = "{\"name\": \"anna\", \"password\": \"" + LiveServer.PASSWORD + "\"}";
            HttpResponse<String> secure =
                    proxied.post("/session", body, "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7");
            assertThat(secure.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie)
                            .startsWith("__Host-tranche=")
                            .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/;"));
            HttpResponse<String> plain = proxied.post("/session", body);
            assertThat(plain.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(
                            cookie -> assertThat(cookie).startsWith("tranche=").doesNotContain("Secure"));
            String logins =
                    proxied.get("/logins", "Cookie", proxied.cookie("anna")).body();
            assertThat(logins).contains("203.0.113.7");
        }
        HttpResponse<String> forged = server.post(
                "/session",
                "{\"name\": \"anna\", \"password\": \"" + LiveServer.PASSWORD + "\"}",
                "X-Forwarded-Proto",
                "https");
        assertThat(forged.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).doesNotContain("Secure"));
    }
}
