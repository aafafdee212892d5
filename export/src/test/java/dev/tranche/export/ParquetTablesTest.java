package dev.tranche.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tranche.Tranche;
import dev.tranche.view.LedgerQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB finds in the files. */
class ParquetTablesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        for (Map.Entry<String, byte[]> file :
                SampleBook.files(new ParquetTables(), SampleBook.whole()).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static String table(String name) {
        return "'" + folder.resolve(name + ".parquet") + "'";
    }

    private static String ask(String question) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            StringBuilder all = new StringBuilder();
            while (answer.next()) {
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    all.append(i == 1 ? "" : "|").append(answer.getString(i));
                }
                all.append('\n');
            }
            return all.toString().strip();
        }
    }

    @Test
    void sumsAreThoseOfTheLedger() throws SQLException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (String line : ask("select currency, sum(amount) from " + table("entries")
                        + " where counted group by currency")
                .split("\n")) {
            String[] parts = line.split("\\|");
            sums.put(parts[0], new BigDecimal(parts[1]).stripTrailingZeros().setScale(0));
        }
        assertThat(sums)
                .isNotEmpty()
                .isEqualTo(
                        SampleBook.book().index().select(LedgerQuery.ALL).sums().byCurrency());
    }

    @Test
    void everyRowIsThereWithItsTypes() throws SQLException {
        Map<String, Long> counts = SampleBook.whole().cover().counts();
        for (String name : new String[] {
            "entries", "sources", "encounters", "statements", "figures", "contradictions", "names", "reports"
        }) {
            assertThat(ask("select count(*) from " + table(name))).as(name).isEqualTo(String.valueOf(counts.get(name)));
        }
        assertThat(ask("select count(*) from " + table("cells") + " where quote is not null"))
                .isNotEqualTo("0");
        assertThat(ask("select column_type from (describe select \"from\", amount, counted, outlets, id from "
                        + table("entries") + ")"))
                .isEqualTo("DATE\nDECIMAL(38,4)\nBOOLEAN\nBIGINT\nVARCHAR");
    }

    @Test
    void cellsAreThoseOfTheBook() throws SQLException {
        StringBuilder expected = new StringBuilder();
        SampleBook.book()
                .ledger()
                .entries()
                .forEach(entry -> expected.append(entry.id())
                        .append('|')
                        .append(entry.date().from().map(Object::toString).orElse("null"))
                        .append('|')
                        .append(entry.amount().currency())
                        .append('\n'));
        assertThat(ask("select id, \"from\", currency from " + table("entries")))
                .isEqualTo(expected.toString().strip());
        assertThat(ask("select distinct title from " + table("sources") + " where title like '=HYPER%'"))
                .isEqualTo(SampleBook.HOSTILE_TITLE);
    }

    @Test
    void theFilesNameTheirEncodings() throws SQLException {
        assertThat(ask("select distinct encodings from parquet_metadata(" + table("entries")
                        + ") where path_in_schema in ('currency', 'donor')"))
                .contains("RLE_DICTIONARY");
    }

    /** What a back-fill writes beside its shards. */
    @Test
    void readingsAreATableToo() throws IOException, SQLException {
        try (ReadingTables readings = new ReadingTables(Files.newOutputStream(folder.resolve("readings.parquet")))) {
            readings.add(Tranche.read(
                    "aid",
                    "Oslo will send Kyiv $5 million in medical aid. Berlin gave Kyiv 20 million euros in loans."));
            readings.add(Tranche.read("none", "It rained in Oslo all day, and nobody minded."));
            readings.complete("test");
        }
        assertThat(ask("select report, kind, amount, currency, donor, recipient from " + table("readings")))
                .isEqualTo("""
                    aid|aid|5000000.0000|USD|NO|UA
                    aid|aid|20000000.0000|EUR|DE|UA
                    none|null|null|null|null|null\
                    """);
    }
}
