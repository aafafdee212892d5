package dev.tranche.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tranche.audit.Equation;
import dev.tranche.ledger.Commitment;
import dev.tranche.view.StatementLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTablesTest {

    private static List<NamedCsvRecord> rows(Map<String, byte[]> files, String table) {
        return rows(Objects.requireNonNull(files.get(table + ".csv")));
    }

    private static List<NamedCsvRecord> rows(byte[] file) {
        return CsvReader.builder().ofNamedCsvRecord(new String(file, UTF_8)).stream()
                .toList();
    }

    @Test
    void theSumsOfTheTableAreThoseOfTheLedger() throws IOException {
        BookExport book = SampleBook.whole();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (NamedCsvRecord row : rows(files(book), "entries")) {
            if (row.getField("counted").equals("true")) {
                sums.merge(row.getField("currency"), new BigDecimal(row.getField("amount")), BigDecimal::add);
            }
        }
        assertThat(sums)
                .isNotEmpty()
                .isEqualTo(SampleBook.book()
                        .index()
                        .select(dev.tranche.view.LedgerQuery.ALL)
                        .sums()
                        .byCurrency());
    }

    /** A code is followed by its name, in the same order where there are several. */
    @Test
    void everyCodeHasItsNameBesideIt() throws IOException {
        BookExport book = SampleBook.whole();
        Map<String, byte[]> files = files(book);
        Map<String, List<String>> coded = Map.of(
                "entries", List.of("donor donor_name", "recipient recipient_name"),
                "sources", List.of("donor donor_name", "recipient recipient_name"),
                "encounters", List.of("countries country_names", "place_country place_country_name"),
                "statements", List.of("country country_name"),
                "figures", List.of("about about_names"),
                "names", List.of("country country_name"));
        coded.forEach((table, pairs) -> {
            for (String pair : pairs) {
                String[] columns = pair.split(" ");
                int named = 0;
                for (NamedCsvRecord row : rows(files, table)) {
                    String code = row.getField(columns[0]);
                    if (code.matches("[A-Z]{2}")) {
                        assertThat(row.getField(columns[1]))
                                .as(table + " " + pair)
                                .isEqualTo(book.nameOf(code));
                        named++;
                    }
                }
                assertThat(named).as(table + " " + pair).isPositive();
            }
        });
    }

    @Test
    void everythingCountedOnTheCoverIsThere() throws IOException {
        BookExport book = SampleBook.whole();
        Map<String, byte[]> files = files(book);
        book.cover()
                .counts()
                .forEach((name, count) -> assertThat(rows(files, name.equals("equations") ? "audit" : name))
                        .as(name)
                        .hasSize(count.intValue()));
        assertThat(book.cover().counts().get("entries")).isGreaterThan(100);
        assertThat(files).containsKeys("cover.csv", "code_book.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20A",
                "-", "-.5", "-1.2.3"
            })
    void whatBeginsLikeAFormulaIsMarkedAsText(String cell) {
        assertThat(SafeCell.of(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words", "1+1", " =1", "-5", "-5.25", "'=1"})
    void otherCellsStayAsTheyAre(String cell) {
        assertThat(SafeCell.of(cell)).isEqualTo(cell);
    }

    /** In any process: a map of the platform may have another order in each. */
    @Test
    void codesAreInTheirOrder() throws IOException {
        List<String> codes = rows(files(SampleBook.whole()), "code_book").stream()
                .filter(row -> row.getField("table").equals("party"))
                .map(row -> row.getField("name"))
                .toList();
        assertThat(codes).hasSizeGreaterThan(200).isSorted();
    }

    /** Days are days of UTC, in whatever zone the program runs. */
    @Test
    void theCoverSaysWhenItWasMade() throws IOException {
        assertThat(new String(Objects.requireNonNull(files(SampleBook.whole()).get("cover.csv")), UTF_8))
                .contains("made on,2026-02-03\r\n");
    }

    /** Beside some entries are the equations about them, and no others. */
    @Test
    void theAuditIsAboutTheEntries() {
        List<Commitment> some = SampleBook.book().ledger().entries().stream()
                .filter(entry -> !SampleBook.book().equationsOf(entry).isEmpty())
                .limit(1)
                .toList();
        Set<Equation> about = Set.copyOf(SampleBook.book().equationsOf(some.getFirst()));
        BookExport book = SampleBook.of(Selected.NOTHING.withEntries(some, false, Commitment::counted));
        assertThat(book.audit()).containsExactlyInAnyOrderElementsOf(about);
        assertThat(SampleBook.whole().audit()).hasSizeGreaterThan(about.size());
    }

    /** A figure without its currency is none; a count has none. */
    @Test
    void figuresOfTheAuditNameTheirCurrency() throws IOException {
        int sums = 0;
        int counts = 0;
        int explained = 0;
        for (NamedCsvRecord row : rows(files(SampleBook.whole()), "audit")) {
            boolean isCount = row.getField("equation").equals("ordinal");
            assertThat(row.getField("currency")).as(row.toString()).matches(isCount ? "" : "[A-Z]{3}");
            counts += isCount ? 1 : 0;
            sums += isCount ? 0 : 1;
            for (String one : row.getField("explained_by").split("\\|", -1)) {
                assertThat(one).as(row.toString()).matches("|[a-z ]+ \\S+ \\d+(\\.\\d+)? [A-Z]{3}");
                explained += one.isEmpty() ? 0 : 1;
            }
        }
        assertThat(sums).isGreaterThan(10);
        assertThat(counts).isPositive();
        assertThat(explained).isPositive();
    }

    /** Both days are included; what has no day is in no range. */
    @Test
    void statementsAreThoseOfTheDays() {
        LocalDate from = LocalDate.of(2023, 4, 5);
        LocalDate to = LocalDate.of(2024, 3, 1);
        List<StatementLine> all = SampleBook.book().statements().lines();
        List<StatementLine> expected = all.stream()
                .filter(line -> !line.published().isUnknown())
                .filter(line -> !line.published()
                        .to()
                        .orElse(line.published().from().orElse(LocalDate.MAX))
                        .isBefore(from))
                .filter(line -> !line.published()
                        .from()
                        .orElse(line.published().to().orElse(LocalDate.MIN))
                        .isAfter(to))
                .toList();
        assertThat(expected).hasSizeBetween(1, all.size() - 1);
        assertThat(Selected.NOTHING
                        .withStatements(SampleBook.book(), Optional.of(from), Optional.of(to))
                        .statements())
                .isEqualTo(expected);
    }

    @Test
    void noCellIsRunByASpreadsheet() throws IOException {
        int escaped = 0;
        for (Map.Entry<String, byte[]> file : files(SampleBook.whole()).entrySet()) {
            for (NamedCsvRecord row : rows(file.getValue())) {
                for (String cell : row.getFields()) {
                    assertThat(SafeCell.runs(cell))
                            .as(file.getKey() + ": " + cell)
                            .isFalse();
                    escaped += cell.startsWith("'=") || cell.startsWith("'@") || cell.startsWith("'+") ? 1 : 0;
                }
            }
        }
        assertThat(escaped).as("cells that would have run").isGreaterThan(3);
    }

    @Test
    void theMarkIsWrittenOnRequestAlone() throws IOException {
        byte[] marked =
                SampleBook.files(new CsvTables(true), SampleBook.whole()).get("entries.csv");
        byte[] plain = Objects.requireNonNull(files(SampleBook.whole()).get("entries.csv"));
        assertThat(new String(marked, UTF_8)).isEqualTo('\uFEFF' + new String(plain, UTF_8));
    }

    private static Map<String, byte[]> files(BookExport book) throws IOException {
        return SampleBook.files(new CsvTables(false), book);
    }
}
