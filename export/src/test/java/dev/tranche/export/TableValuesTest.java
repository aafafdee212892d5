package dev.tranche.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.mention.Bound;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import dev.tranche.timeline.NameBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cells of the tables, beside what they are made of. */
class TableValuesTest {

    private static Map<String, byte[]> files = Map.of();

    @BeforeAll
    static void write() throws IOException {
        files = SampleBook.files(new CsvTables(false), SampleBook.whole());
    }

    private static List<NamedCsvRecord> rows(String table) {
        String text = new String(Objects.requireNonNull(files.get(table + ".csv")), UTF_8);
        return CsvReader.builder().maxBufferSize(1 << 24).ofNamedCsvRecord(text).stream()
                .toList();
    }

    private static List<String> column(String table, String name) {
        return rows(table).stream().map(row -> row.getField(name)).toList();
    }

    @Test
    void entriesSayWhetherTheyAddAndWhetherTheyCount() {
        List<Commitment> entries = SampleBook.book().ledger().entries();
        assertThat(column("entries", "adds"))
                .isEqualTo(entries.stream()
                        .map(entry -> Boolean.toString(entry.adds()))
                        .toList());
        assertThat(column("entries", "counted"))
                .isEqualTo(entries.stream()
                        .map(entry -> Boolean.toString(entry.counted()))
                        .toList())
                .isNotEqualTo(column("entries", "adds"));
    }

    @Test
    void sourcesAreReportsWithWordsOrRowsOfTheRecord() {
        for (NamedCsvRecord row : rows("sources")) {
            assertThat(row.getField("source")).isEqualTo(row.getField("quote").isEmpty() ? "record" : "report");
        }
        assertThat(column("sources", "source")).contains("record", "report");
    }

    @Test
    void thingsAreNumberedFromOne() {
        List<String> units = SampleBook.whole()
                .figures()
                .flatMap(thing -> thing.tellings().stream().map(told -> thing.unit()))
                .toList();
        assertThat(column("figures", "unit")).isEqualTo(units);
        assertThat(column("figures", "thing")).startsWith("1").doesNotContain("0");
        assertThat(column("figures", "thing").getLast())
                .isEqualTo(Long.toString(SampleBook.whole().figures().count()));
    }

    @Test
    void reportsCountTheirEntriesAndNamesTheirReports() {
        for (NamedCsvRecord row : rows("reports")) {
            String key = row.getField("report").replaceFirst("^'", "");
            assertThat(row.getField("entries"))
                    .isEqualTo(Integer.toString(
                            SampleBook.book().index().ofReport(key).size()));
        }
        assertThat(column("reports", "entries")).anyMatch(count -> !count.equals("0"));
        List<NameBook.Entry> names = SampleBook.whole().names().toList();
        assertThat(column("names", "reports"))
                .isEqualTo(names.stream()
                        .map(name -> Integer.toString(name.reports().size()))
                        .toList());
        assertThat(column("tasks", "aside")).isNotEmpty().containsOnly("false");
    }

    /** A cell that names several states has a row for each, in the order of the states. */
    @Test
    void everyRecipientHasItsWords() {
        Map<Claim, Integer> places = new HashMap<>();
        int several = 0;
        for (CellTable.Worded cell : CellTable.rows(SampleBook.whole())
                .filter(one -> one.field().equals("recipient"))
                .toList()) {
            int place = places.merge(cell.claim(), 1, Integer::sum) - 1;
            List<String> recipients = cell.claim().fact().terms().recipients();
            if (place < recipients.size()) {
                assertThat(cell.value()).isEqualTo(recipients.get(place));
                several += place > 0 ? 1 : 0;
            }
        }
        assertThat(several).isPositive();
    }

    @Test
    void whatIsBlockedIsShownAsCancelled() {
        Map<String, Commitment> entries = new HashMap<>();
        SampleBook.whole().entries().forEach(entry -> entries.put(entry.id(), entry));
        int cancelled = 0;
        for (Happening one : Happening.of(SampleBook.whole()).toList()) {
            if (one.group().equals("commitment")) {
                Stage stage = Objects.requireNonNull(entries.get(one.id())).stage();
                assertThat(one.isCancelled()).isEqualTo(stage == Stage.BLOCKED);
                cancelled += one.isCancelled() ? 1 : 0;
            }
        }
        assertThat(cancelled).isPositive();
    }

    @Test
    void anOpenSpanHasNoLastDay() {
        assertThat(TrustTables.known(LocalDate.MAX)).isEmpty();
        assertThat(TrustTables.known(LocalDate.of(2024, 2, 29))).hasValue(LocalDate.of(2024, 2, 29));
    }

    @Test
    void sumsAreNeverWrittenMoreExactlyThanTheyWereStated() {
        BigDecimal sum = new BigDecimal("1500000.50");
        assertThat(Phrase.of(StatedAmount.of(sum, "USD", Bound.EXACTLY))).isEqualTo("USD 1,500,000.5");
        assertThat(Phrase.of(StatedAmount.of(sum, "USD", Bound.ABOUT))).isEqualTo("about USD 1,500,000.5");
        assertThat(Phrase.of(StatedAmount.of(sum, "USD", Bound.AT_LEAST))).isEqualTo("at least USD 1,500,000.5");
        assertThat(Phrase.of(StatedAmount.of(sum, "USD", Bound.AT_MOST))).isEqualTo("at most USD 1,500,000.5");
    }

    @Test
    void onlyAddressesOfTheWebAreLinked() {
        assertThat(Addresses.web("https://post.example/a?b=1&c=2")).hasValue("https://post.example/a?b=1&c=2");
        assertThat(List.of(
                        "javascript:alert(1)",
                        "ftp://post.example/a",
                        "http:///a",
                        "//post.example",
                        "post.example",
                        "https://a b",
                        ""))
                .extracting(Addresses::web)
                .containsOnly(Optional.empty());
    }
}
