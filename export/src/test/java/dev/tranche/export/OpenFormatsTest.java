package dev.tranche.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.naming.NameKind;
import dev.tranche.view.LedgerQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OpenFormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String text(Format format) throws IOException {
        return new String(SampleBook.file(format, SampleBook.whole()), UTF_8);
    }

    private static Map<String, BigDecimal> ledger() {
        return SampleBook.book().index().select(LedgerQuery.ALL).sums().byCurrency();
    }

    @Test
    void everyFormatIsWrittenAndEqualEachTime() throws IOException {
        for (Format format : Format.all()) {
            Map<String, byte[]> one = SampleBook.files(format, SampleBook.whole());
            Map<String, byte[]> two = SampleBook.files(format, SampleBook.whole());
            assertThat(one).as(format.slug()).isNotEmpty().hasSameSizeAs(two);
            one.forEach((name, file) ->
                    assertThat(file).as(format.slug() + " " + name).isEqualTo(two.get(name)));
        }
    }

    @Test
    void annotationsQuoteTheirReports() throws IOException {
        JsonNode graph = JSON.readTree(text(new Annotations())).get("@graph");
        int annotations = 0;
        for (JsonNode node : graph) {
            if (node.get("type").asText().equals("Annotation")) {
                annotations++;
                assertThat(node.get("id").asText()).startsWith("urn:tranche:annotation:");
                JsonNode selectors = node.at("/target/selector");
                int length = selectors.get(1).get("end").asInt()
                        - selectors.get(1).get("start").asInt();
                String exact = selectors.get(0).get("exact").asText();
                assertThat(exact)
                        .as("a lone surrogate is replaced by one character")
                        .hasSize(length);
                assertThat(node.at("/target/source").asText()).matches("https?://.*|urn:tranche:report:.*");
            }
        }
        assertThat(annotations).isGreaterThan(200);
    }

    @Test
    void paymentsAddUpToTheLedger() throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        Set<String> linked = new HashSet<>();
        int mentions = 0;
        for (String line : text(new Entities()).split("\n")) {
            JsonNode entity = JSON.readTree(line);
            assertThat(ids.add(entity.get("id").asText())).as(line).isTrue();
            JsonNode properties = entity.get("properties");
            properties.forEach(values -> assertThat(values.isArray()).isTrue());
            for (String link : List.of("payer", "beneficiary", "proof", "involved", "document")) {
                if (properties.has(link)) {
                    properties.get(link).forEach(id -> linked.add(id.asText()));
                }
            }
            mentions += entity.get("schema").asText().equals("Mention") ? 1 : 0;
            if (entity.get("schema").asText().equals("Payment")) {
                sums.merge(
                        properties.at("/currency/0").asText(),
                        new BigDecimal(properties.at("/amount/0").asText()),
                        BigDecimal::add);
            }
        }
        assertThat(ids).containsAll(linked);
        long named = SampleBook.whole()
                .names()
                .filter(name -> name.kind() == NameKind.PERSON)
                .mapToLong(name -> name.reports().size())
                .sum();
        assertThat(mentions)
                .as("each person in each report")
                .isEqualTo((int) named)
                .isGreaterThan(25);
        assertThat(sums).isEqualTo(ledger());
    }

    @Test
    void flowsAddUpToTheLedger() throws IOException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        int lines = 0;
        for (JsonNode feature : JSON.readTree(text(new Flows())).get("features")) {
            if (feature.at("/properties/kind").asText().equals("flow")) {
                sums.merge(
                        feature.at("/properties/currency").asText(),
                        feature.at("/properties/sum").decimalValue(),
                        BigDecimal::add);
                lines += feature.get("geometry").isNull() ? 0 : 1;
            }
        }
        assertThat(lines).isGreaterThan(3);
        Map<String, BigDecimal> plain = new TreeMap<>();
        sums.forEach((currency, sum) -> plain.put(currency, sum.setScale(0)));
        assertThat(plain).isEqualTo(ledger());
    }

    @Test
    void calendarLinesAreFoldedAndEventsWhole() throws IOException {
        String calendar = text(new Calendar());
        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(UTF_8).length).as(line).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n", "\r");
        }
        String unfolded = calendar.replace("\r\n ", "");
        List<String> ids = new ArrayList<>();
        Pattern.compile("UID:(.*)\r\n").matcher(unfolded).results().forEach(found -> ids.add(found.group(1)));
        assertThat(ids).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(unfolded.split("BEGIN:VEVENT", -1)).hasSize(ids.size() + 1);
        assertThat(unfolded.split("END:VEVENT", -1)).hasSize(ids.size() + 1);
    }

    @Test
    void slidesHoldNoMarkupOfReports() throws IOException {
        JsonNode events = JSON.readTree(text(new StoryLine())).get("events");
        assertThat(events.size()).isGreaterThan(50);
        for (JsonNode event : events) {
            assertThat(event.at("/start_date/year").isInt()).isTrue();
            assertThat(event.at("/text/headline").asText()).doesNotContain("<");
            assertThat(event.at("/text/text").asText()).doesNotContain("<b>", "javascript:");
        }
    }

    @Test
    void reportsAreCitedOnceInEachStyle() throws IOException {
        long reports = SampleBook.whole().reports().count();
        assertThat(reports).isGreaterThan(40);
        assertThat(text(new Citations(Citations.Style.BIBTEX)).split("@misc\\{", -1))
                .hasSize((int) reports + 1);
        assertThat(text(new Citations(Citations.Style.RIS)).split("TY  - NEWS\r\n", -1))
                .hasSize((int) reports + 1);
        JsonNode csl = JSON.readTree(text(new Citations(Citations.Style.CSL)));
        assertThat(csl.size()).isEqualTo((int) reports);
        Set<String> ids = new HashSet<>();
        csl.forEach(item -> ids.add(item.get("id").asText()));
        assertThat(ids).hasSize((int) reports);
        assertThat(text(new Citations(Citations.Style.BIBTEX))
                        .chars()
                        .filter(c -> c == '{')
                        .count())
                .isEqualTo(text(new Citations(Citations.Style.BIBTEX))
                        .chars()
                        .filter(c -> c == '}')
                        .count());
    }
}
