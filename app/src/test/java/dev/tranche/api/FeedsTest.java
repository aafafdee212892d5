package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.pipeline.WatchFiles;
import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that fetches what somebody adds, and polls the feeds of its book where it was asked to. */
@Timeout(120)
class FeedsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private BookAddress book;

    private final Site site = Site.open();

    @BeforeEach
    void fill() {
        book = LiveServer.fill(new BookAddress.InFile(folder.resolve("book.db")));
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    private static String body(String address) {
        return "{\"address\": \"" + address + "\"}";
    }

    private static JsonNode only(LiveServer server) throws IOException {
        JsonNode items = JSON.readTree(server.get("/feeds").body()).get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    /** Waits until the only feed is as expected; the server polls on a thread of its own. */
    private static JsonNode await(LiveServer server, String key, String value) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        JsonNode one = only(server);
        while (!one.get(key).asText().equals(value) && System.nanoTime() < end) {
            Thread.onSpinWait();
            one = only(server);
        }
        assertThat(one.get(key).asText()).as(one.toString()).isEqualTo(value);
        return one;
    }

    @Test
    void aPageIsFetchedReadAndAdded() throws IOException {
        site.set("/aid", "text/html", Site.article("Denmark"));
        try (LiveServer server = LiveServer.online(book, true, false)) {
            HttpResponse<String> answer = server.post("/fetches", body(site.at("/aid")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonNode told = JSON.readTree(answer.body());
            assertThat(told.get("added").asInt()).isEqualTo(1);
            assertThat(told.at("/docs/0").asText()).isEqualTo(site.at("/aid"));
            assertThat(server.get("/ledger?donor=DK&min=5000000&max=5000000").body())
                    .contains("\"total\":1");
            assertThat(JSON.readTree(server.post("/fetches", body(site.at("/aid")))
                                    .body())
                            .get("known")
                            .asInt())
                    .isEqualTo(1);
            site.set("/logo", "image/png", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR");
            HttpResponse<String> other = server.post("/fetches", body(site.at("/gone")));
            assertThat(other.statusCode()).isEqualTo(502);
            assertThat(other.body()).contains("status 404");
        }
    }

    @Test
    void ownAddressesAreRefusedWithTheWordsOfTheCommandLine() {
        try (LiveServer server = LiveServer.online(book, false, false)) {
            for (String address : new String[] {
                site.at("/aid"),
                "http://localhost/",
                "http://[::1]/",
                "http://169.254.169.254/latest",
                "http://10.0.0.1/"
            }) {
                HttpResponse<String> answer = server.post("/fetches", body(address));
                assertThat(answer.statusCode()).as(address).isEqualTo(400);
                assertThat(answer.body()).contains("an address of this machine or its network, which is not fetched");
            }
            for (String address :
                    new String[] {"file:///etc/passwd", "jar:file:///a.jar!/b", "quay", "ftp://quay.example"}) {
                HttpResponse<String> answer = server.post("/fetches", body(address));
                assertThat(answer.statusCode()).as(address).isEqualTo(400);
                assertThat(answer.body()).contains("only http:// and https:// addresses are fetched");
            }
            assertThat(site.asked("/aid")).isZero();
        }
    }

    @Test
    void viewersSeeFeedsAndChangeNothing() {
        LiveServer.addAccounts(book);
        try (LiveServer server = LiveServer.online(book, true, false)) {
            String vera = server.cookie("vera");
            String rita = server.cookie("rita");
            assertThat(server.get("/feeds").statusCode()).isEqualTo(401);
            assertThat(server.get("/feeds", "Cookie", vera).statusCode()).isEqualTo(200);
            for (String path : new String[] {"/fetches", "/feeds"}) {
                assertThat(server.post(path, body(site.at("/aid")), "Cookie", vera)
                                .statusCode())
                        .isEqualTo(403);
            }
            assertThat(site.asked("/aid")).isZero();
            assertThat(server.post("/feeds", body(site.at("/feed")), "Cookie", rita)
                            .statusCode())
                    .isEqualTo(201);
            assertThat(server.send("DELETE", "/feeds?address=" + site.at("/feed"), "", "Cookie", vera)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void feedsArePolledAndGoOnAfterARestart() throws IOException {
        site.set("/feed", "application/rss+xml", Site.feed("Denmark"))
                .set("/Denmark", "text/html", Site.article("Denmark"))
                .set("/Norway", "text/html", Site.article("Norway"));
        try (LiveServer server = LiveServer.online(book, true, true)) {
            assertThat(server.post("/feeds", body(site.at("/feed"))).statusCode())
                    .isEqualTo(201);
            JsonNode one = await(server, "reports", "1");
            assertThat(one.get("title").asText()).isEqualTo("Quay Wire");
            assertThat(one.get("state").asText()).isEqualTo("well");
            assertThat(one.get("due").isNull()).isFalse();
        }
        site.set("/feed", "application/rss+xml", Site.feed("Norway", "Denmark"));
        try (LiveServer server = LiveServer.online(book, true, true)) {
            assertThat(only(server).get("reports").asInt()).isEqualTo(1);
            String path = "/feeds?address=" + site.at("/feed");
            server.send("PATCH", path, "{\"paused\": true}", "Content-Type", "application/json");
            server.send("PATCH", path, "{\"paused\": false}", "Content-Type", "application/json");
            await(server, "reports", "2");
            assertThat(server.get("/ledger?donor=NO&min=5000000&max=5000000").body())
                    .contains("\"total\":");
            assertThat(site.asked("/Denmark")).as("articles are fetched once").isEqualTo(1);
        }
        assertThat(folder.resolve("archive")).isNotEmptyDirectory();
    }

    private static String item(String status) {
        return """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:quay:1">
            <itemMeta><itemClass qcode="ninat:text"/><provider literal="Quay Agency"/>
            <versionCreated>2023-03-07T08:15:00Z</versionCreated><pubStatus qcode="stat:%s"/></itemMeta>
            <contentMeta><headline>Aid for Palau</headline><language tag="en"/></contentMeta>
            <contentSet><inlineXML><html><body><p>Norway will give Palau $5.3 million in military aid, the
            government in Oslo said on Monday.</p></body></html></inlineXML></contentSet></newsItem></itemSet>
            </newsMessage>
            """.formatted(status);
    }

    private static String upload(LiveServer server, String text, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/octet-stream";
        HttpResponse<String> answer = server.send("POST", "/reports?name=item.xml", text, all);
        return answer.statusCode() + " " + answer.body();
    }

    /** Returns how many entries there are for Palau, once all that came before is shown. */
    private static JsonNode palau(LiveServer server) throws IOException {
        assertThat(upload(server, "Canada will give Tonga $2 million in aid, the government said."))
                .startsWith("20");
        return JSON.readTree(server.get("/ledger?recipient=PW").body()).get("total");
    }

    @Test
    void onlyTheFeedThatBroughtAnItemWithdrawsIt() throws IOException {
        site.set("/quay", "application/xml", item("usable")).set("/dyke", "application/xml", item("canceled"));
        try (LiveServer server = LiveServer.online(book, true, true)) {
            server.post("/feeds", body(site.at("/quay")));
            await(server, "reports", "1");
            assertThat(palau(server).asInt()).isEqualTo(1);
            // Another feed, an upload and an address that was added once say the same of it.
            upload(server, item("canceled"));
            server.post("/fetches", body(site.at("/dyke")));
            server.send("DELETE", "/feeds?address=" + site.at("/quay"), "");
            server.post("/feeds", body(site.at("/dyke")));
            await(server, "state", "well");
            assertThat(palau(server).asInt()).isEqualTo(1);
        }
        site.set("/quay", "application/xml", item("canceled"));
        try (LiveServer server = LiveServer.online(book, true, true)) {
            server.send("DELETE", "/feeds?address=" + site.at("/dyke"), "");
            server.post("/feeds", body(site.at("/quay")));
            await(server, "state", "well");
            assertThat(palau(server).asInt()).isZero();
        }
    }

    /** Returns the only report whose title or key has these words, in full. */
    private static JsonNode report(LiveServer server, String words) throws IOException {
        JsonNode found = JSON.readTree(server.get("/reports?q=" + words).body()).get("items");
        assertThat(found).as(words).hasSize(1);
        return JSON.readTree(
                server.get("/reports/" + found.get(0).get("doc").asText()).body());
    }

    @Test
    void oneItemOfTwoFeedsIsOneReportThatNamesBothAndReportsHaveTheCategoriesOfTheirFeed() throws IOException {
        String filed = Site.feed("Denmark").replace("<link>", "<category>Water &amp; dykes</category><link>");
        site.set("/quay", "application/xml", item("usable"))
                .set("/dyke", "application/xml", item("usable"))
                .set("/feed", "application/rss+xml", filed)
                .set("/Denmark", "text/html", Site.article("Denmark"));
        try (LiveServer server = LiveServer.online(book, true, true)) {
            for (String path : List.of("/quay", "/dyke", "/feed")) {
                server.post("/feeds", body(site.at(path)));
                await(server, "reports", "1");
                server.send("DELETE", "/feeds?address=" + site.at(path), "");
            }
            assertThat(palau(server).asInt()).isEqualTo(1);
            JsonNode one = report(server, "Palau");
            assertThat(one.get("feeds")).hasSize(2);
            assertThat(one.get("feeds").toString()).contains("/quay", "/dyke");
            assertThat(one.get("categories")).isEmpty();
            JsonNode other = report(server, "Aid%20from%20Denmark");
            assertThat(other.get("categories").toString()).isEqualTo("[\"Water & dykes\"]");
            assertThat(other.get("feeds").toString()).contains("/feed");
        }
    }

    @Test
    void whoMayNotWithdrawDoesNotByAnUpload() throws IOException {
        LiveServer.addAccounts(book);
        try (LiveServer server = LiveServer.online(book, true, false)) {
            String vera = server.cookie("vera");
            String rita = server.cookie("rita");
            assertThat(upload(server, item("usable"), "Cookie", rita)).startsWith("201");
            assertThat(upload(server, item("canceled"), "Cookie", vera)).startsWith("403");
            assertThat(upload(server, item("canceled"))).startsWith("401");
            assertThat(JSON.readTree(server.get("/ledger?recipient=PW", "Cookie", vera)
                                    .body())
                            .get("total")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void nothingIsPolledUnlessAsked() throws IOException {
        site.set("/feed", "application/rss+xml", Site.feed("Denmark"));
        try (LiveServer server = LiveServer.online(book, true, false)) {
            server.post("/feeds", body(site.at("/feed")));
            assertThat(only(server).get("state").asText()).isEqualTo("new");
            assertThat(JSON.readTree(server.get("/feeds").body()).get("polls").asBoolean())
                    .isFalse();
        }
        assertThat(site.asked("/feed")).isZero();
    }

    @Test
    void endingBreaksOffARequestAndLeavesItsFeedAsItWas() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        site.set("/slow", exchange -> {
            asked.countDown();
            try {
                assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        long since;
        try (LiveServer server = LiveServer.online(book, true, true)) {
            server.post("/feeds", body(site.at("/slow")));
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            since = System.nanoTime();
            server.server().stopPolling();
            assertThat(System.nanoTime() - since)
                    .isLessThan(Duration.ofSeconds(30).toNanos());
            assertThat(only(server).get("state").asText()).isEqualTo("new");
            assertThat(server.get("/book").statusCode()).isEqualTo(200);
        } finally {
            over.countDown();
        }
        assertThat(WatchFiles.of(book).list()).exists();
    }
}
