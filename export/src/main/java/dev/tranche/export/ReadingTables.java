package dev.tranche.export;

import dev.tranche.dating.StatedDate;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import dev.tranche.mention.StatedAmount;
import dev.tranche.text.Document;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes the readings of reports as a Parquet table: one row for each sum of assistance, one for a report without
 * any. For analysis alongside a book; sums stated by several reports appear several times.
 */
public final class ReadingTables implements Closeable {

    /**
     * A sum in a report.
     *
     * @param reading the reading of the report
     * @param fact one of its sums, if it has any
     */
    private record Row(Extraction reading, Optional<Fact> fact) {}

    private static final Table<Row> TABLE = table();

    private final ParquetWriter parquet;

    /**
     * Starts a file on a stream, which is closed with it.
     *
     * <p>Rows are buffered in memory up to a few megabytes.
     */
    public ReadingTables(OutputStream out) throws IOException {
        parquet = new ParquetWriter(out, TABLE);
    }

    /** Adds the sums of a report. */
    public void add(Extraction reading) throws IOException {
        if (reading.facts().isEmpty()) {
            add(new Row(reading, Optional.empty()));
        }
        for (Fact fact : reading.facts()) {
            add(new Row(reading, Optional.of(fact)));
        }
    }

    private void add(Row row) throws IOException {
        List<Value> cells = new ArrayList<>(TABLE.columns().size());
        for (Column<Row> column : TABLE.columns()) {
            cells.add(column.value().apply(row));
        }
        parquet.add(cells);
    }

    /**
     * Writes the file's metadata; the file is incomplete until then.
     *
     * @param version version of the program or of its reader
     */
    public void complete(String version) throws IOException {
        parquet.complete(version, Cover.USUAL_LICENCE, List.of());
    }

    @Override
    public void close() throws IOException {
        parquet.close();
    }

    private static Table<Row> table() {
        Table.Builder<Row> table =
                Table.of("readings", "One row for each sum of assistance in a report, one for a report without any.");
        table.text("report", "Id of the report.", row -> document(row).id().value())
                .maybe("outlet", "Who published it.", row -> document(row).outlet())
                .maybe(
                        "address",
                        "Where it was published.",
                        row -> document(row).address())
                .text("title", "Headline.", row -> document(row).title())
                .day(
                        "published_from",
                        "First day on which it may have been published.",
                        row -> published(row).from())
                .day("published_to", "Last such day.", row -> published(row).to())
                .text(
                        "published_basis",
                        "How that is known.",
                        row -> row.reading().published().basis().slug())
                .maybe("kind", "aid or total; empty for a report without sums.", of(ReadingTables::kind))
                .maybeNumber(
                        "amount",
                        "The sum in whole units.",
                        row -> row.fact().map(fact -> amount(fact).value()))
                .maybeNumber(
                        "amount_max",
                        "Its upper end, for a range.",
                        row -> row.fact().flatMap(fact -> amount(fact).upper()))
                .maybe("currency", "ISO 4217.", of(fact -> amount(fact).currency()))
                .maybe(
                        "bound",
                        "exactly, about, at_least, at_most.",
                        of(fact -> amount(fact).bound().slug()));
        return parties(table).rows(Stream::empty);
    }

    private static Table.Builder<Row> parties(Table.Builder<Row> table) {
        return table.maybe(
                        "donor",
                        "Codes of those who give, separated by spaces.",
                        of(fact -> String.join(" ", fact.terms().donors())))
                .maybe(
                        "recipient",
                        "Codes of those who receive.",
                        of(fact -> String.join(" ", fact.terms().recipients())))
                .maybe(
                        "type",
                        "military, financial, humanitarian, mixed, unknown.",
                        of(fact -> fact.terms().type().slug()))
                .maybe("stage", "Its stage.", of(fact -> fact.terms().stage().slug()))
                .maybe(
                        "authority",
                        "The instrument.",
                        row -> row.fact().flatMap(fact -> fact.terms().authority()))
                .day(
                        "date_from",
                        "First day on which it may have happened.",
                        row -> row.fact().flatMap(fact -> fact.date().from()))
                .day(
                        "date_to",
                        "Last such day.",
                        row -> row.fact().flatMap(fact -> fact.date().to()))
                .maybe("quote", "The words.", of(fact -> fact.evidence().quote()))
                .maybe("rule", "The rule that read it.", of(fact -> fact.rule().value()));
    }

    private static Function<Row, Optional<String>> of(Function<Fact, String> cell) {
        return row -> row.fact().map(cell);
    }

    private static Document document(Row row) {
        return row.reading().document();
    }

    private static StatedDate published(Row row) {
        return row.reading().published().date();
    }

    private static StatedAmount amount(Fact fact) {
        return fact.terms().amount();
    }

    private static String kind(Fact fact) {
        return switch (fact) {
            case Fact.Aid aid -> "aid";
            case Fact.Total total -> "total";
        };
    }
}
