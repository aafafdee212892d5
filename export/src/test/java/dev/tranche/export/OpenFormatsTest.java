package dev.tranche.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tranche.encounter.Encounter;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Standing;
import dev.tranche.naming.NameKind;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.ReportLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
            for (String country : List.of("country", "contextCountry")) {
                assertThat(properties.at("/" + country + "/0").asText())
                        .as(line)
                        .matches("([a-z]{2})?");
            }
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
        double toUkraine = 0;
        for (JsonNode feature : JSON.readTree(text(new Flows())).get("features")) {
            if (feature.at("/properties/kind").asText().equals("flow")) {
                sums.merge(
                        feature.at("/properties/currency").asText(),
                        feature.at("/properties/sum").decimalValue(),
                        BigDecimal::add);
                lines += feature.get("geometry").isNull() ? 0 : 1;
                boolean ends = feature.at("/properties/recipient").asText().equals("UA") && feature.has("geometry");
                toUkraine = ends ? feature.at("/geometry/coordinates/1/0").asDouble(toUkraine) : toUkraine;
            }
        }
        assertThat(lines).isGreaterThan(3);
        assertThat(toUkraine).as("longitude comes first").isBetween(30.0, 31.0);
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
        assertThat(unfolded).contains(" (The ").doesNotContain("()");
        assertThat(unfolded.split("BEGIN:VEVENT", -1)).hasSize(ids.size() + 1);
        assertThat(unfolded.split("END:VEVENT", -1)).hasSize(ids.size() + 1);
    }

    /** Calendars name the first day after an event; both formats give the days of the entry itself. */
    @Test
    void daysAreThoseOfTheEntry() throws IOException {
        Commitment entry = SampleBook.whole()
                .entries()
                .filter(one -> one.standing() == Standing.BOOKED && one.date().isOneDay())
                .filter(one -> one.date().from().orElseThrow().getDayOfMonth() > 12)
                .findFirst()
                .orElseThrow();
        LocalDate day = entry.date().from().orElseThrow();
        DateTimeFormatter digits = DateTimeFormatter.BASIC_ISO_DATE;
        assertThat(text(new Calendar()).replace("\r\n ", ""))
                .contains("UID:" + entry.id() + "@tranche\r\nDTSTAMP:20260203T040506Z\r\nDTSTART;VALUE=DATE:"
                        + digits.format(day) + "\r\nDTEND;VALUE=DATE:" + digits.format(day.plusDays(1)) + "\r\n");
        for (JsonNode event : JSON.readTree(text(new StoryLine())).get("events")) {
            if (event.get("unique_id").asText().equals(entry.id())) {
                JsonNode start = event.get("start_date");
                assertThat(LocalDate.of(
                                start.get("year").asInt(),
                                start.get("month").asInt(),
                                start.get("day").asInt()))
                        .isEqualTo(day);
                assertThat(event.has("end_date")).isFalse();
            }
        }
    }

    @Test
    void slidesHoldNoMarkupOfReports() throws IOException {
        JsonNode events = JSON.readTree(text(new StoryLine())).get("events");
        assertThat(events.size()).isGreaterThan(50);
        for (JsonNode event : events) {
            assertThat(event.at("/start_date/year").isInt()).isTrue();
            assertThat(event.at("/text/headline").asText()).doesNotContain("<");
            assertThat(event.at("/text/text").asText()).doesNotContain("<b>", "javascript:", "<p></p>", "></a>");
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
    }

    /** BibTeX counts braces after a backslash, too; readers of RIS take U+2028 and the like for the end of a line. */
    @Test
    void hostileHeadlinesStayInTheirFields() throws IOException {
        ReportLine hostile =
                reportOf("100% & $7 for #1_a ~^ Ends with } and { or \\ {\u2028ER  - \u0085TY  - NEWS\nAU  - nobody");
        Exported book = SampleBook.with("reports", () -> Stream.of(hostile));
        String bibtex = new String(SampleBook.file(new Citations(Citations.Style.BIBTEX), book), UTF_8);
        int depth = 0;
        for (int i = 0; i < bibtex.length(); i++) {
            depth += bibtex.charAt(i) == '{' ? 1 : bibtex.charAt(i) == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
            assertThat(depth == 0 && bibtex.charAt(i) == ',').as(bibtex).isFalse();
        }
        assertThat(depth).isZero();
        assertThat(bibtex).contains("{{100\\% \\& \\$7 for \\#1\\_a \\textasciitilde{}\\textasciicircum{} Ends");
        assertThat(bibtex).contains("\\textbraceleft{}", "\\textbraceright{}", "\\textbackslash{}");
        String ris = new String(SampleBook.file(new Citations(Citations.Style.RIS), book), UTF_8);
        assertThat(ris.split("\\R"))
                .noneMatch(line -> line.startsWith("AU"))
                .filteredOn(line -> line.startsWith("ER") || line.startsWith("TY"))
                .hasSize(2);
        assertThat(ris)
                .contains("TI  - 100% & $7 for #1_a ~^ Ends with } and { or \\ { ER - TY - NEWS AU - nobody\r\n");
    }

    private static ReportLine reportOf(String title) {
        ReportLine any = SampleBook.whole().reports().findFirst().orElseThrow();
        return new ReportLine(
                any.key(),
                any.id(),
                any.number(),
                any.first(),
                Optional.of("The {Post}"),
                title,
                Optional.empty(),
                any.published(),
                any.facts(),
                any.withdrawn(),
                any.feeds());
    }

    @Test
    void encountersThatAReportCallsByTheSameWordsHaveNamesOfTheirOwn() {
        TimelineEvent event = SampleBook.whole().encounters().findFirst().orElseThrow();
        Encounter one = event.encounter();
        Evidence words = one.evidence();
        Evidence later = new Evidence(
                words.document(),
                new Span(words.span().start() + 500, words.span().end() + 500),
                words.quote());
        Encounter two = new Encounter(
                one.kind(), one.participants(), one.place(), one.date(), one.stage(), one.ordinal(), later);
        assertThat(EventId.of(new TimelineEvent(two, event.reports(), List.of(later))))
                .isNotEqualTo(EventId.of(event))
                .matches("event-[0-9a-f]{16}");
    }

    @Test
    void whatCalendarsAndTimelinesLeaveOutIsTold() throws IOException {
        long all = Stream.of("entries", "encounters")
                .map(SampleBook.whole().cover().counts()::get)
                .mapToLong(count -> Objects.requireNonNull(count))
                .sum();
        int days = text(new Calendar()).split("BEGIN:VEVENT", -1).length - 1;
        int slides = JSON.readTree(text(new StoryLine())).get("events").size();
        assertThat(new Calendar().remarks(SampleBook.whole()))
                .containsExactly(days + " of " + all + " entries and encounters are in it; the others are refused, or"
                        + " their day is not known, or only to more than 31 days.");
        assertThat(new StoryLine().remarks(SampleBook.whole()))
                .containsExactly(slides + " of " + all
                        + " entries and encounters are in it; the others are refused, or their day is not known.");
        assertThat(new Calendar().remarks(SampleBook.of(Selected.NOTHING)))
                .containsExactly("0 of 0 entries and encounters are in it.");
    }
}
