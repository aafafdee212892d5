package dev.tranche.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a page lists leaves as a table of as many rows, whichever way its format is asked for.
 *
 * @param server over a book of the samples
 * @param contract that all answers keep
 */
record ExportedLists(LiveServer server, Contract contract) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The lists with a question for each. */
    private static final Map<String, String> LISTS = Map.of(
            "statements", "&stance=denies",
            "figures", "&differ=false",
            "audit", "&holds=false",
            "contradictions", "",
            "decisions", "&author=tester",
            "names", "&kind=person&q=a",
            "reports", "&q=aid",
            "gifts", "&donor=NO",
            "desk", "");

    /** The table of a list where it has another name than the page. */
    private static final Map<String, String> TABLES = Map.of("desk", "tasks");

    /** Tables that come with that of a list, for what its page shows with each item. */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            "statements", Set.of("reports"),
            "figures", Set.of("reports"),
            "desk", Set.of("entries", "sources", "reports"));

    void check() throws IOException, InterruptedException {
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            String path = "/" + list.getKey() + "/export";
            HttpResponse<byte[]> archive = bytes(path + "?format=csv" + list.getValue(), "*/*");
            assertThat(archive.statusCode()).as(path).isEqualTo(200);
            JsonNode page = JSON.readTree(server.get("/" + list.getKey() + "?limit=1000" + list.getValue())
                    .body());
            assertThat(rows(archive.body(), TABLES.getOrDefault(list.getKey(), list.getKey()) + ".csv"))
                    .as(path)
                    .isEqualTo(
                            list.getKey().equals("figures")
                                    ? values(page.get("items"))
                                    : page.get("total").asLong())
                    .isPositive();
            Set<String> expected = new TreeSet<>(BESIDE.getOrDefault(list.getKey(), Set.of()));
            expected.addAll(List.of("cover", TABLES.getOrDefault(list.getKey(), list.getKey()), "code_book"));
            assertThat(tables(archive.body())).as(path).isEqualTo(expected);
            contract.check("GET " + path, server.get(path + "?format=xlsx" + list.getValue()));
            HttpResponse<String> wrong = server.get(path + "?format=iati");
            assertThat(wrong.statusCode()).isEqualTo(400);
            contract.check("GET " + path, wrong);
        }
        search();
        map();
        accept();
        mark();
    }

    /** Files of CSV begin with the mark of UTF-8 where it is asked for, and nowhere else. */
    private void mark() throws IOException, InterruptedException {
        for (String asked : new String[] {"&mark=true", "&mark=false", ""}) {
            HttpResponse<byte[]> archive = bytes("/reports/export?format=csv" + asked, "*/*");
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
                assertThat(zip.getNextEntry()).isNotNull();
                assertThat(new String(zip.readNBytes(3), StandardCharsets.UTF_8).startsWith("\uFEFF"))
                        .as(asked)
                        .isEqualTo(asked.equals("&mark=true"));
            }
        }
        HttpResponse<String> wrong = server.get("/reports/export?format=xlsx&mark=true");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("is for format=csv");
        contract.check("GET /reports/export", wrong);
    }

    /** Checks that what second readers propose leaves with the entries that it is about. */
    void checkProposals(int count) throws IOException, InterruptedException {
        HttpResponse<byte[]> archive = bytes("/proposals/export?format=csv", "*/*");
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("ETag"))
                .as("it changes while the book does not")
                .isEmpty();
        assertThat(tables(archive.body()))
                .containsExactlyInAnyOrder("cover", "code_book", "proposals", "entries", "sources", "reports");
        assertThat(rows(archive.body(), "proposals.csv")).isEqualTo(count);
        assertThat(table(archive.body(), "cover.csv"))
                .contains("filters,none: the whole list of a page", "number of proposals," + count)
                .doesNotContain("number of encounters");
        assertThat(rows(archive.body(), "entries.csv")).isEqualTo(count);
        contract.check("GET /proposals/export", server.get("/proposals/export?format=xlsx"));
        contract.check("GET /proposals/export", server.get("/proposals/export?format=iati"));
    }

    /** The file of the map has the lines and the places that it shows for the same days. */
    private void map() throws IOException, InterruptedException {
        String asked = "type=military&from=2022-01-01&to=2024-06-30";
        JsonNode map = JSON.readTree(server.get("/map?currency=USD&" + asked).body());
        JsonNode file = JSON.readTree(
                server.get("/map/export?format=geojson&currency=USD&" + asked).body());
        TreeSet<String> lines = new TreeSet<>();
        map.get("flows")
                .forEach(flow -> lines.add(flow.get("donor").asText()
                        + flow.get("recipient").asText()
                        + flow.get("sum").asLong()));
        TreeSet<String> places = new TreeSet<>();
        map.get("places").forEach(place -> {
            if (place.has("latitude")) {
                places.add(place.get("name").asText());
            }
        });
        assertThat(lines).isNotEmpty();
        assertThat(places).isNotEmpty();
        for (JsonNode feature : file.get("features")) {
            JsonNode about = feature.get("properties");
            if (about.get("kind").asText().equals("place")) {
                assertThat(places.remove(about.get("name").asText()))
                        .as(about.toString())
                        .isTrue();
            } else {
                lines.remove(about.get("donor").asText()
                        + about.get("recipient").asText()
                        + about.get("sum").asLong());
            }
        }
        assertThat(lines).isEmpty();
        assertThat(places).isEmpty();
    }

    /** A search has three lists, of which the page and the file show the best. */
    private void search() throws IOException, InterruptedException {
        for (String question : new String[] {"q=aid&limit=30", "q=Ukraine&limit=3", "q=%22military%20aid%22"}) {
            JsonNode page = JSON.readTree(server.get("/search?" + question).body());
            HttpResponse<byte[]> archive = bytes("/search/export?format=csv&" + question, "*/*");
            contract.check("GET /search/export", server.get("/search/export?format=xlsx&" + question));
            for (String kind : new String[] {"reports", "entries", "names"}) {
                assertThat(rows(archive.body(), kind + ".csv"))
                        .as(kind + " of " + question)
                        .isEqualTo(page.get(kind).size());
            }
            assertThat(page.get("reports")).isNotEmpty();
        }
        contract.check("GET /search/export", server.get("/search/export?format=csv"));
    }

    /** Without a parameter, the type that is accepted decides; what says too little decides nothing. */
    private void accept() throws IOException, InterruptedException {
        HttpResponse<byte[]> workbook = bytes("/ledger/export?donor=US", "text/html, " + WORKBOOK + ";q=0.9");
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.headers().firstValue("Content-Type")).hasValue(WORKBOOK);
        HttpResponse<byte[]> activities = bytes("/export", "application/xml");
        assertThat(activities.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"iati-activities.xml\"");
        for (String type : new String[] {"application/json", "text/csv", "*/*"}) {
            assertThat(bytes("/export", type).statusCode()).as(type).isEqualTo(400);
        }
        assertThat(bytes("/export?format=geojson", "application/xml").headers().firstValue("Content-Type"))
                .as("the parameter comes first")
                .hasValue("application/geo+json");
    }

    private HttpResponse<byte[]> bytes(String path, String accepted) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path);
        return server.client()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Accept", accepted)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Things have one row for each telling. */
    private static long values(JsonNode things) {
        long values = 0;
        for (JsonNode thing : things) {
            values += thing.get("values").size();
        }
        return values;
    }

    /** Returns the names of the tables of an archive. */
    private static Set<String> tables(byte[] archive) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().replaceAll(".*/|[.]csv", ""));
            }
        }
        return names;
    }

    /** Counts the records of a table of an archive, without its head. */
    private static long rows(byte[] archive, String name) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(table(archive, name)).stream()
                .count();
    }

    private static String table(byte[] archive, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("no table " + name);
    }
}
