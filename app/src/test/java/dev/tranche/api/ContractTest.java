package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.export.About;
import dev.tranche.export.Format;
import dev.tranche.store.BookAddress;
import dev.tranche.testkit.Site;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every route of the contract is asked over a real book, and every answer is of its schema. */
abstract class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contract contract = Contract.read();

    /** Returns the address of a book that is not there yet. */
    abstract BookAddress book();

    private static JsonNode tree(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode ask(LiveServer server, String operation, String path, String... headers) throws IOException {
        HttpResponse<String> answer = server.get(path, headers);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        contract.check(operation, answer);
        return tree(answer);
    }

    private JsonNode decide(LiveServer server, String body) throws IOException {
        HttpResponse<String> answer = server.post("/decisions", body);
        assertThat(answer.statusCode()).as(body + " " + answer.body()).isEqualTo(201);
        contract.check("POST /decisions", answer);
        return tree(answer);
    }

    @Test
    void everyRouteIsAskedAndAnswersAsTheContractSays() throws IOException, InterruptedException {
        BookAddress book = LiveServer.fill(book());
        try (LiveServer server = LiveServer.over(book)) {
            assertThat(server.server().routes()).containsExactlyInAnyOrderElementsOf(contract.operations());
            askTheBook(server);
            askTheLists(server);
            exportEverything(server);
            askSumsLanesAndNames(server);
            decideEverything(server);
            askEveryEntryAndReport(server);
            long head = ask(server, "GET /changes", "/changes?after=999999")
                    .get("head")
                    .asLong();
            upload(server);
            JsonNode added = ask(server, "GET /changes", "/changes?after=" + (head - 1));
            assertThat(added.get("items")).hasSizeGreaterThan(1);
            assertThat(added.at("/items/0/kind").asText()).isEqualTo("decision");
            assertThat(added.at("/items/1/kind").asText()).isEqualTo("report");
            new Proposed(server, contract).acceptOneAndRefuseOne(book);
            new ContentDecisions(server, contract).decide();
            new ExportedLists(server, contract).check();
            fail(server);
            refuseWhatNeedsTheNetwork(server);
            assertThat(server.log()).isEmpty();
        }
        try (LiveServer server = LiveServer.online(book, true, false)) {
            watchFeeds(server);
        }
        LiveServer.addAccounts(book);
        try (LiveServer server = LiveServer.over(book)) {
            signInAndOut(server);
        }
        assertThat(contract.unasked()).as("operations that were not asked").isEmpty();
    }

    private void askTheBook(LiveServer server) throws IOException {
        assertThat(ask(server, "GET /book", "/book").get("entries").asInt()).isGreaterThan(90);
        narrow(server);
        contract.check("GET /openapi.yaml", server.get("/openapi.yaml"));
        contract.check("GET /session", server.get("/session"));
        contract.check(
                "POST /mcp", server.post("/mcp", "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}"));
        contract.check(
                "POST /mcp", server.post("/mcp", "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}"));
        contract.check("POST /mcp", server.post("/mcp", "[]"));
        HttpResponse<String> metrics = server.get("/metrics");
        contract.check("GET /metrics", metrics);
        assertThat(metrics.body()).contains("\ntranche_book_behind 0\n").contains("method=\"GET\",status=\"2xx\"} ");
        followTheJournal(server);
        for (String path : new String[] {"/totals", "/totals?source=reports", "/totals?since=2099"}) {
            ask(server, "GET /totals", path);
        }
        assertThat(ask(server, "GET /totals", "/totals").get("points")).isNotEmpty();
        for (String path : new String[] {"/map", "/map?currency=USD*", "/map?currency=EUR&type=military"}) {
            ask(server, "GET /map", path);
        }
        HttpResponse<String> table = server.get("/ledger?donor=US", "Accept", "text/csv");
        contract.check("GET /ledger", table);
        assertThat(table.body()).startsWith("id,donor,");
        contract.check("GET /events", firstEvent(server));
    }

    /** Page by page every entry of the journal comes once, and the end is the end until more is added. */
    private void followTheJournal(LiveServer server) throws IOException {
        long after = 0;
        int seen = 0;
        JsonNode page = ask(server, "GET /changes", "/changes?limit=7");
        for (; !page.get("items").isEmpty(); page = ask(server, "GET /changes", "/changes?limit=7&after=" + after)) {
            for (JsonNode item : page.get("items")) {
                assertThat(item.get("number").asLong()).isEqualTo(++after);
                seen += item.get("entries").size();
            }
            assertThat(page.get("next").asLong()).isEqualTo(after);
        }
        assertThat(after).isEqualTo(page.get("head").asLong()).isPositive();
        assertThat(seen).isPositive();
        assertThat(server.get("/changes?after=1.5").statusCode()).isEqualTo(400);
        assertThat(server.get("/changes?limit=201").statusCode()).isEqualTo(400);
    }

    /** A filter narrows the values of the others, and not its own. */
    private void narrow(LiveServer server) throws IOException {
        JsonNode all = ask(server, "GET /ledger/facets", "/ledger/facets");
        JsonNode some = ask(server, "GET /ledger/facets", "/ledger/facets?donor=EU&standing=booked");
        assertThat(count(some.get("recipient"))).isPositive().isLessThan(count(all.get("recipient")));
        assertThat(some.get("donor")).hasSizeGreaterThan(1);
        for (JsonNode value : some.get("stage")) {
            String path = "/ledger?donor=EU&standing=booked&stage="
                    + value.get("value").asText();
            assertThat(tree(server.get(path)).get("total").asInt())
                    .as(path)
                    .isEqualTo(value.get("entries").asInt());
        }
        JsonNode later = ask(server, "GET /ledger", "/ledger?since=20&into=EUR&source=report");
        assertThat(later.get("items")).isNotEmpty();
        for (JsonNode entry : later.get("items")) {
            assertThat(entry.get("added").asInt()).isGreaterThan(20);
            assertThat(entry.at("/converted/currency").asText("EUR")).isEqualTo("EUR");
        }
        assertThat(server.get("/ledger?into=XYZ").body()).contains("is not a known currency code");
        assertThat(server.get("/ledger?since=x").body()).contains("must be a whole number, 0 or more");
    }

    private static int count(JsonNode values) {
        int count = 0;
        for (JsonNode value : values) {
            count += value.get("entries").asInt();
        }
        return count;
    }

    private void askSumsLanesAndNames(LiveServer server) throws IOException {
        JsonNode whole = ask(server, "GET /sums", "/sums");
        assertThat(whole.get("rows")).isNotEmpty();
        JsonNode rows = ask(server, "GET /sums", "/sums?by=donor,year&into=USD&recipient=UA");
        assertThat(rows.get("rows")).hasSizeGreaterThan(1);
        HttpResponse<String> table = server.get("/sums?by=donor", "Accept", "text/csv");
        contract.check("GET /sums", table);
        assertThat(table.body()).startsWith("donor,currency,");
        assertThat(server.get("/sums?by=colour").statusCode()).isEqualTo(400);
        JsonNode lanes = ask(server, "GET /timeline/lanes", "/timeline/lanes?from=2022-01-01&to=2024-12-31&by=month");
        assertThat(lanes.at("/statements/counts")).isNotEmpty();
        assertThat(ask(server, "GET /timeline/lanes", "/timeline/lanes?kind=visit&country=US&who=blinken&limit=5")
                        .at("/statements/total")
                        .asInt())
                .isZero();
        JsonNode name = tree(server.get("/names?kind=person&limit=1")).at("/items/0");
        JsonNode detail = ask(
                server, "GET /names/{id}", "/names/" + encoded(name.get("id").asText()) + "?kind=person");
        assertThat(detail.at("/told_by/total").asInt())
                .isEqualTo(name.get("count").asInt());
        assertThat(server.get("/names/nobody").statusCode()).isEqualTo(404);
        ask(server, "GET /figures", "/figures?differ=true");
        for (String order : List.of("asc", "desc", "told")) {
            ask(server, "GET /statements", "/statements?order=" + order + "&limit=5");
        }
    }

    private static HttpResponse<String> firstEvent(LiveServer server) throws IOException {
        try (Events events = Events.of(server)) {
            assertThat(events.next()).contains("\"head\"");
            return events.asAnswer();
        }
    }

    private void askTheLists(LiveServer server) throws IOException {
        String[] lists = {
            "ledger",
            "audit",
            "contradictions",
            "timeline",
            "statements",
            "figures",
            "names",
            "reports",
            "desk",
            "decisions"
        };
        for (String list : lists) {
            String operation = "GET /" + list;
            JsonNode whole = ask(server, operation, "/" + list + "?limit=1000");
            List<String> all = new ArrayList<>();
            whole.get("items").forEach(item -> all.add(item.toString()));
            List<String> seen = new ArrayList<>();
            JsonNode page = ask(server, operation, "/" + list + "?limit=7");
            while (true) {
                page.get("items").forEach(item -> seen.add(item.toString()));
                if (page.get("next").isNull()) {
                    break;
                }
                page = ask(
                        server,
                        operation,
                        "/" + list + "?limit=7&cursor=" + page.get("next").asText());
            }
            assertThat(seen).as(list).hasSize(whole.get("total").asInt()).isEqualTo(all);
        }
        ask(
                server,
                "GET /ledger",
                "/ledger?donor=US&recipient=UA&type=military&stage=announced&authority=PDA&currency=USD&source=report"
                        + "&from=2022-01-01&to=2024-12-31&min=1&max=99999999999&leaf=true&reviewed=false&q=million"
                        + "&sort=amount&order=asc&limit=3");
        ask(server, "GET /search", "/search?q=patriot&limit=5");
        ask(server, "GET /statements", "/statements?stance=denies&denied=false&speaker=a&q=the&from=2020-01-01");
        ask(server, "GET /timeline", "/timeline?kind=visit&country=US&to=2024-01-01");
    }

    /** Every format that a route offers is written, and its sums are those of the page. */
    private void exportEverything(LiveServer server) throws IOException {
        for (Format format : Format.all()) {
            for (String path : new String[] {"/export", "/timeline/export", "/map/export", "/ledger/export"}) {
                String question =
                        path + "?format=" + format.slug() + (path.equals("/export") ? "" : "&from=2022-01-01");
                HttpResponse<String> file = server.get(question);
                contract.check("GET " + path, file);
                boolean offered = format.holds(About.Part.LEDGER) || path.matches("(/timeline)?/export");
                assertThat(file.statusCode()).as(question).isEqualTo(offered ? 200 : 400);
                if (offered) {
                    assertThat(file.headers().firstValue("Content-Disposition"))
                            .hasValue("attachment; filename=\"" + format.about().fileName() + "\"");
                    assertThat(file.body()).as(question).isNotEmpty();
                }
            }
        }
        JsonNode page = tree(server.get("/ledger?donor=US&currency=USD"));
        JsonNode flows = tree(server.get("/ledger/export?format=geojson&donor=US&currency=USD"));
        long sum = 0;
        for (JsonNode feature : flows.get("features")) {
            sum += feature.at("/properties/sum").asLong();
        }
        assertThat(sum).isEqualTo(page.at("/sums/USD").asLong()).isPositive();
        HttpResponse<String> none = server.get("/ledger/export?format=iati&q=nothingofthekind");
        assertThat(none.statusCode()).isEqualTo(422);
        contract.check("GET /ledger/export", none);
        contract.check("GET /export", server.get("/export"));
    }

    private void decideEverything(LiveServer server) throws IOException {
        JsonNode ledger = tree(server.get("/ledger?sort=outlets&limit=20"));
        String head = ledger.get("head").asText();
        String first = ledger.at("/items/0/id").asText();
        String second = ledger.at("/items/1/id").asText();
        String third = ledger.at("/items/2/id").asText();
        JsonNode claims = tree(server.get("/entries/" + encoded(first))).get("claims");
        JsonNode claim = claims.get(0);
        String mark = "{\"doc\": %s, \"start\": %s, \"end\": %s}"
                .formatted(claim.get("doc"), claim.get("start"), claim.get("end"));
        decide(
                server,
                "{\"action\": \"accept\", \"reason\": \"r\", \"entry\": \"%s\", \"head\": %s}".formatted(first, head));
        JsonNode corrected = decide(server, """
            {"action": "correct", "reason": "r", "entry": "%s",
             "values": {"amount": 5, "authority": null, "from": "2024-01-01", "to": "2024-01-02"}}
            """.formatted(second));
        decide(
                server,
                "{\"action\": \"undo\", \"reason\": \"r\", \"decision\": %s}".formatted(corrected.at("/decision/id")));
        decide(
                server,
                "{\"action\": \"merge\", \"reason\": \"r\", \"entries\": [\"%s\", \"%s\"]}".formatted(second, third));
        decide(
                server,
                "{\"action\": \"split\", \"reason\": \"r\", \"entry\": \"%s\", \"claims\": [%s]}"
                        .formatted(first, mark));
        decide(server, "{\"action\": \"reject\", \"reason\": \"r\", \"claims\": [%s]}".formatted(mark));
        decide(server, """
            {"action": "add", "reason": "r", "claim": {"doc": %s, "start": 0, "end": 10},
             "values": {"amount": 7000000, "currency": "USD", "donor": ["US"], "recipient": ["UA"]}}
            """.formatted(claim.get("doc")));
        decide(server, "{\"action\": \"withdraw\", \"reason\": \"r\", \"doc\": %s}".formatted(claim.get("doc")));
        decide(server, "{\"action\": \"restore\", \"reason\": \"r\", \"doc\": %s}".formatted(claim.get("doc")));
        assertThat(ask(server, "GET /decisions", "/decisions").get("total").asInt())
                .isEqualTo(9);
        decideAsOne(server);
        ask(server, "GET /ledger", "/ledger?reviewed=true");
        DeskNotes.check(server, contract);
    }

    /** Of several entries all are decided about, or none; one undo takes all of it back. */
    private void decideAsOne(LiveServer server) throws IOException {
        JsonNode ledger = tree(server.get("/ledger?source=report&leaf=true&limit=3"));
        List<String> ids = new ArrayList<>();
        ledger.get("items").forEach(entry -> ids.add(entry.get("id").asText()));
        String part = "{\"action\": \"correct\", \"entry\": \"%s\", \"values\": {\"authority\": \"TOGETHER-1\"}}";
        String body = "{\"action\": \"together\", \"reason\": \"r\", \"decisions\": [%s]}";
        String two = part.formatted(ids.get(0)) + ", " + part.formatted(ids.get(1));
        int before = ask(server, "GET /decisions", "/decisions").get("total").asInt();
        HttpResponse<String> refused =
                server.post("/decisions", body.formatted(two + ", " + part.formatted("XX-XX-1999-nothing")));
        contract.check("POST /decisions", refused);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("decisions[2].entry", "no entry 'XX-XX-1999-nothing'");
        HttpResponse<String> twice = server.post("/decisions", body.formatted(two + ", " + part.formatted(ids.get(1))));
        assertThat(twice.body()).contains("decisions[2].entry", "is named twice");
        HttpResponse<String> other = server.post(
                "/decisions", body.formatted("{\"action\": \"undo\", \"decision\": \"20240506T070001001Z-bo\"}"));
        assertThat(other.body()).contains("decisions[0].action", "must be one of accept, correct");
        assertThat(ask(server, "GET /decisions", "/decisions").get("total").asInt())
                .as("nothing of it was done")
                .isEqualTo(before);
        JsonNode decided = decide(server, body.formatted(two));
        assertThat(decided.at("/decision/summary").asText()).startsWith("Corrects 2 entries: authority from");
        String under = "/ledger?authority=TOGETHER-1";
        assertThat(ask(server, "GET /ledger", under).get("total").asInt()).isEqualTo(2);
        HttpResponse<String> again = server.post("/decisions", body.formatted(two));
        assertThat(again.body()).contains("the entries already show this");
        decide(server, body.formatted(two + ", " + part.formatted(ids.get(2))));
        assertThat(ask(server, "GET /ledger", under).get("total").asInt())
                .as("what shows it already is left out")
                .isEqualTo(3);
        JsonNode last = ask(server, "GET /decisions", "/decisions").at("/items/0");
        assertThat(last.get("summary").asText()).startsWith("Corrects 1 entry: ");
        for (JsonNode id : List.of(last.get("id"), decided.at("/decision/id"))) {
            decide(server, "{\"action\": \"undo\", \"reason\": \"r\", \"decision\": %s}".formatted(id));
        }
        assertThat(ask(server, "GET /ledger", under).get("total").asInt()).isZero();
    }

    private void askEveryEntryAndReport(LiveServer server) throws IOException {
        JsonNode entries = tree(server.get("/ledger?limit=1000")).get("items");
        JsonNode reports = tree(server.get("/reports?limit=1000")).get("items");
        assertThat(entries).hasSizeGreaterThan(90);
        assertThat(reports).hasSizeGreaterThan(50);
        for (JsonNode entry : entries) {
            JsonNode detail = ask(
                    server,
                    "GET /entries/{id}",
                    "/entries/" + encoded(entry.get("id").asText()));
            for (JsonNode claim : detail.get("claims")) {
                assertThat(claim.at("/sentence/text").asText())
                        .contains(claim.get("quote").asText());
            }
        }
        for (JsonNode report : reports) {
            JsonNode detail = ask(
                    server,
                    "GET /reports/{doc}",
                    "/reports/" + encoded(report.get("doc").asText()));
            int length = detail.get("text").asText().length();
            assertThat(detail.get("marks")).allMatch(mark -> mark.get("end").asInt() <= length);
        }
    }

    private void upload(LiveServer server) throws IOException {
        String report = "---\ntitle: Aid\ndate: 2024-03-04\n---\nThe United States will send Ukraine $123 million"
                + " in military aid, the Pentagon said.\n";
        for (int added = 1; added >= 0; added--) {
            HttpResponse<String> answer =
                    server.send("POST", "/reports?name=../a/fresh.md", report, "Content-Type", "text/markdown");
            contract.check("POST /reports", answer);
            JsonNode told = tree(answer);
            assertThat(told.get("added").asInt()).isEqualTo(added);
            assertThat(told.get("known").asInt()).isEqualTo(1 - added);
            assertThat(told.at("/docs/0").asText()).isEqualTo("fresh");
        }
        assertThat(tree(server.get("/ledger?min=123000000&max=123000000"))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    /** Wrong requests are answered as the contract says too. */
    private void fail(LiveServer server) {
        String[] wrong = {
            "/ledger?stage=anounced",
            "/ledger?cursor=x",
            "/ledger?limit=0",
            "/ledger?nothing=1",
            "/ledger?donor=US&donor=GB",
            "/ledger?from=yesterday",
            "/ledger?min=-1"
        };
        for (String path : wrong) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            contract.check("GET /ledger", answer);
            assertThat(answer.body()).contains("\"errors\"");
        }
        contract.check("GET /entries/{id}", server.get("/entries/nothing"));
        contract.check("GET /reports/{doc}", server.get("/reports/nothing"));
        contract.check("GET /search", server.get("/search"));
        contract.check("POST /decisions", server.post("/decisions", "{\"action\": \"acept\"}"));
        contract.check("POST /accounts", server.post("/accounts", "{}"));
        assertThat(server.post("/accounts", "{}").statusCode()).isEqualTo(409);
        assertThat(server.send("DELETE", "/ledger", "").statusCode()).isEqualTo(405);
    }

    private void refuseWhatNeedsTheNetwork(LiveServer server) {
        for (String path : new String[] {"/fetches", "/feeds"}) {
            HttpResponse<String> answer = server.post(path, "{\"address\": \"https://quay.example/feed\"}");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("--offline");
            contract.check("POST " + path, answer);
        }
    }

    private void watchFeeds(LiveServer server) throws IOException {
        try (Site site = Site.open()) {
            site.set("/page", "text/html", Site.article("Denmark"));
            contract.check(
                    "POST /fetches", server.post("/fetches", "{\"address\": \"%s\"}".formatted(site.at("/page"))));
            contract.check("POST /fetches", server.post("/fetches", "{\"address\": \"%s\"}".formatted(site.at("/no"))));
        }
        String one = "https://quay.example/feed?a=1&b=2";
        contract.check("POST /feeds", server.post("/feeds", "{\"address\": \"%s\"}".formatted(one)));
        contract.check("POST /feeds", server.post("/feeds", "{\"address\": \"file:///etc/passwd\"}"));
        contract.check("POST /feeds", server.post("/feeds", "{\"opml\": \"no list\"}"));
        contract.check("GET /feeds.opml", server.get("/feeds.opml"));
        String path = "/feeds?address=" + encoded(one);
        HttpResponse<String> paused =
                server.send("PATCH", path, "{\"paused\": true}", "Content-Type", "application/json");
        contract.check("PATCH /feeds", paused);
        assertThat(tree(paused).get("state").asText()).isEqualTo("paused");
        assertThat(ask(server, "GET /feeds", "/feeds").get("items")).hasSize(1);
        contract.check("DELETE /feeds", server.send("DELETE", path, ""));
        contract.check("DELETE /feeds", server.send("DELETE", path, ""));
        contract.check("DELETE /feeds", server.send("DELETE", "/feeds", ""));
        assertThat(ask(server, "GET /feeds", "/feeds").get("items")).isEmpty();
    }

    private void signInAndOut(LiveServer server) throws IOException {
        HttpResponse<String> signedIn =
                server.post("/session", "{\"name\": \"anna\", \"password\": \"" + LiveServer.PASSWORD + "\"}");
        contract.check("POST /session", signedIn);
        String cookie = server.cookie("anna");
        ask(server, "GET /session", "/session", "Cookie", cookie);
        contract.check(
                "POST /accounts",
                server.post(
                        "/accounts",
                        "{\"name\": \"bo\", \"password\": \"a new password!\", \"role\": \"viewer\"}",
                        "Cookie",
                        cookie));
        contract.check(
                "PATCH /accounts/{name}",
                server.send(
                        "PATCH",
                        "/accounts/bo",
                        "{\"disabled\": true}",
                        "Cookie",
                        cookie,
                        "Content-Type",
                        "application/json"));
        assertThat(ask(server, "GET /accounts", "/accounts", "Cookie", cookie).get("items"))
                .hasSize(4);
        HttpResponse<String> token =
                server.post("/tokens", "{\"label\": \"robot\", \"role\": \"viewer\"}", "Cookie", cookie);
        contract.check("POST /tokens", token);
        String secret = tree(token).get("secret").asText();
        ask(server, "GET /book", "/book", "Authorization", "Bearer " + secret);
        ask(server, "GET /tokens", "/tokens", "Cookie", cookie);
        String[] json = {"Cookie", cookie, "Content-Type", "application/json"};
        String views = "{\"items\": [{\"name\": \"US\", \"query\": \"donor=US\"}]}";
        contract.check("PATCH /views", server.send("PATCH", "/views", views, json));
        assertThat(ask(server, "GET /views", "/views", "Cookie", cookie).toString())
                .contains("donor=US");
        contract.check("PATCH /visit", server.send("PATCH", "/visit", "{\"head\": 1}", json));
        contract.check(
                "DELETE /tokens/{id}",
                server.send("DELETE", "/tokens/" + tree(token).get("id").asText(), "", "Cookie", cookie));
        assertThat(server.get("/book", "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(401);
        ask(server, "GET /logins", "/logins?limit=2", "Cookie", cookie);
        contract.check("DELETE /session", server.send("DELETE", "/session", "", "Cookie", cookie));
        contract.check("GET /book", server.get("/book", "Cookie", cookie));
        ask(server, "GET /health", "/health");
    }
}
