package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.extract.Extractor;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.testkit.Slow;
import dev.tranche.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other sites, broken programs and odd reports send is refused with a sentence, and nothing of it runs. */
@Slow
class HostileTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LiveServer server;

    @BeforeAll
    static void start() {
        BookAddress book = new BookAddress.InFile(folder.resolve("odd.db"));
        try (Store store = Store.open(book, Access.WRITE, InstantSource.system())) {
            for (String id :
                    List.of("plain", "a/b", "../../etc/passwd", "q?x=1#y", "<img src=x>", "dot.", "pl+us %25")) {
                store.append(read(id, SCRIPT + " $5 million", "The United States will send Ukraine $5 million."));
            }
            store.append(read("half", "Half \ud800 a pair", "Oslo will send Kyiv $7 million \udc00 in aid."));
        }
        server = LiveServer.over(book);
    }

    private static JournalEntry.Read read(String id, String title, String body) {
        return new JournalEntry.Read(Extractor.standard().extract(Document.of(id, title, body)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"detail\":\"")
                .doesNotContain("\tat ")
                .doesNotContain("dev.tranche");
    }

    @Test
    void namesThatPointHereByChanceReadNothing() {
        for (String host :
                List.of("evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example", "")) {
            HttpResponse<String> answer = server.get("/book", "Host", host);
            assertThat(answer.statusCode()).as(host).isIn(400, 421);
            assertThat(answer.body()).doesNotContain("entries");
        }
        for (String host : List.of("localhost", "127.0.0.1:1234", "books.example.org", "BOOKS.example.org:443")) {
            assertThat(server.get("/book", "Host", host).statusCode()).as(host).isEqualTo(200);
        }
    }

    @Test
    void otherSitesChangeNothing() {
        String own = "http://127.0.0.1:" + server.port();
        String[][] foreign = {
            {"Origin", "http://evil.example"},
            {"Origin", "null"},
            {"Origin", own + ".evil.example"},
            {"Origin", "http://127.0.0.1:1"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "cross-site", "Origin", own}
        };
        for (String[] headers : foreign) {
            assertRefused(server.post("/decisions", "{}", headers), 403);
            assertRefused(server.send("DELETE", "/session", "", headers), 403);
        }
        assertRefused(server.post("/decisions", "{}", "Sec-Fetch-Site", "same-origin", "Origin", own), 400);
        for (String type :
                List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html")) {
            assertRefused(server.send("POST", "/decisions", "{}", "Content-Type", type), 415);
            assertRefused(server.send("POST", "/reports", "x", "Content-Type", type), 415);
        }
        assertRefused(server.send("POST", "/decisions", "{}", "Content-Type", "text/plain"), 415);
    }

    @Test
    void everyAnswerKeepsPagesApart() {
        for (String path : List.of("/", "/ledger", "/api/v1/book", "/api/v1/nothing", "/nothing.js")) {
            HttpResponse<String> answer = server.sendTo("GET", path, "");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .contains("same-origin");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void hugeAndBrokenBodiesAreRefused() {
        assertRefused(server.post("/decisions", "{\"reason\": \"" + "x".repeat(2 << 20) + "\"}"), 413);
        assertRefused(server.post("/decisions", "[".repeat(100_000)), 400);
        for (String body : List.of("x", "{", "[]", "\"a\"", "{\"action\": 1e999999999}", "{\"action\": \"\ud800\"}")) {
            assertRefused(server.post("/decisions", body), 400);
        }
        HttpResponse<String> big =
                server.send("POST", "/reports", "y".repeat((64 << 20) + 1), "Content-Type", "application/octet-stream");
        assertRefused(big, 413);
        assertRefused(server.send("POST", "/reports", " ", "Content-Type", "text/plain"), 400);
        assertRefused(server.send("POST", "/reports", "PK\3\4\0\0", "Content-Type", "application/octet-stream"), 400);
    }

    /** A cursor of the state that is shown now, made for another question. */
    private static String cursorOfOtherParameters() {
        Matcher head = Pattern.compile("\"head\":\\s*(\\d+)")
                .matcher(server.get("/book").body());
        assertThat(head.find()).isTrue();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((head.group(1) + ".1.0").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oddQueriesAreRefusedByField() {
        for (String query : List.of(
                "cursor=%00",
                "cursor=" + "A".repeat(501),
                "cursor=" + cursorOfOtherParameters(),
                "limit=99999999999999999999",
                "limit=-1",
                "limit=1&limit=2",
                "donor=US&donor=UA",
                "min=1e9999999",
                "min=NaN",
                "from=2024-13-99",
                "donor=" + "x".repeat(21),
                "q=" + "x".repeat(201),
                "%00=1",
                "<script>=1".replace("<", "%3C").replace(">", "%3E"))) {
            HttpResponse<String> answer = server.get("/ledger?" + query);
            assertRefused(answer, 400);
            assertThat(answer.body()).contains("\"errors\"");
        }
        assertRefused(server.get("/search?q=" + "a+".repeat(40)), 400);
        assertRefused(server.get("/search?q=%22%22"), 400);
    }

    @Test
    void wordsAreNeverRunAsSql() {
        String before = server.get("/book").body();
        for (String words : List.of(
                "'; DROP TABLE entry; --",
                "' OR '1'='1",
                "\" OR 1=1 --",
                "x') UNION SELECT payload FROM entry --",
                "report_words:*",
                "million NEAR(million, 5)",
                "^million",
                "{title} : million",
                "million\\")) {
            String value = URLEncoder.encode(words, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/search?q=", "/ledger?q=", "/reports?q=", "/statements?q=", "/names?q=", "/decisions?author=")) {
                HttpResponse<String> answer = server.get(path + value);
                assertThat(answer.statusCode())
                        .as(path + words + ": " + answer.body())
                        .isIn(200, 400);
                assertThat(answer.body()).doesNotContainIgnoringCase("sqlite").doesNotContain("syntax error");
            }
        }
        assertThat(server.get("/search?q=" + URLEncoder.encode("' OR '1'='1", StandardCharsets.UTF_8))
                        .body())
                .as("words that no report has find nothing")
                .contains("\"reports\":[]");
        assertThat(server.get("/book").body()).isEqualTo(before);
        assertThat(server.log()).doesNotContain("a bug in Tranche");
    }

    @Test
    void noPathLeadsOut() throws IOException {
        for (String path : List.of(
                "/../../etc/passwd",
                "/assets/../../../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/..%5c..%5cetc",
                "//evil.example/",
                "/dev/tranche/api/openapi.yaml",
                "/index.html%00.js",
                "/api/v1/../../etc/passwd")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .doesNotContain("root:")
                    .doesNotContain("openapi: 3")
                    .doesNotContain("Exception");
            assertThat(answer).as(path).containsPattern("^HTTP/1.1 (200|400|404|421) ");
        }
    }

    @Test
    void brokenRequestsGetASentence() throws IOException {
        for (String request : List.of(
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(40_000) + "\r\n\r\n")) {
            String answer = raw(request);
            assertThat(answer)
                    .contains("application/problem+json")
                    .doesNotContain("Jetty")
                    .doesNotContain("<html>");
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void nothingThatIsSentComesBackAsAHeader() {
        HttpResponse<String> answer = server.get("/ledger?q=a%0d%0aSet-Cookie:%20x=1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(server.get("/entries/a%0d%0aX-Evil:%201").headers().firstValue("X-Evil"))
                .isEmpty();
    }

    @Test
    void wordsOfReportsStayWords() {
        HttpResponse<String> list = server.get("/reports");
        assertThat(list.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(list.body()).contains("<script>alert(1)<");
        HttpResponse<String> page = server.sendTo("GET", "/reports/" + "%3Cscript%3E", "");
        assertThat(page.body()).doesNotContain("alert");
    }

    @Test
    void reportsWithOddIdsAreFound() {
        for (String id : List.of(
                "plain",
                "a%2Fb",
                "..%2F..%2Fetc%2Fpasswd",
                "q%3Fx%3D1%23y",
                "%3Cimg%20src%3Dx%3E",
                "dot.",
                "pl%2Bus%20%2525")) {
            HttpResponse<String> answer = server.get("/reports/" + id);
            assertThat(answer.statusCode()).as(id + answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("send Ukraine $5 million");
        }
    }

    @Test
    void halfACharacterIsSentAsAnEscape() {
        assertThat(server.get("/reports/half").body()).contains("\\ud800").contains("\\udc00");
    }

    @Test
    void aProxyBeforeAServerWithoutAccountsIsRefused() {
        assertRefused(server.get("/book", "X-Forwarded-For", "203.0.113.9"), 403);
        assertRefused(server.get("/book", "Forwarded", "for=203.0.113.9"), 403);
    }
}
