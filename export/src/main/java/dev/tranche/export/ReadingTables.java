package dev.tranche.export;

import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what was read from reports as a table in Parquet: one row for each sum of assistance, one for a report without
 * any. For analysis beside a book; sums that several reports tell stand in it several times.
 */
public final class ReadingTables implements Closeable {

    /**
     * A sum in a report.
     *
     * @param reading what was read from the report
     * @param fact one of its sums, if it has any
     */
    private record Row(Extraction reading, Optional<Fact> fact) {}

    private static final Table<Row> TABLE = table();

    private final ParquetWriter parquet;

    /**
     * Begins a file on a stream, which is closed with it.
     *
     * <p>Rows are gathered in memory up to some megabytes.
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
     * Writes what describes the file; nothing is complete before.
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
        return Table.<Row>of(
                        "readings", "One row for each sum of assistance in a report, one for a report without any.")
                .text(
                        "report",
                        "Id of the report.",
                        row -> row.reading().document().id().value())
                .maybe(
                        "outlet",
                        "Who published it.",
                        row -> row.reading().document().outlet())
                .maybe(
                        "address",
                        "Where it was published.",
                        row -> row.reading().document().address())
                .text("title", "Headline.", row -> row.reading().document().title())
                .day(
                        "published_from",
                        "First day on which it may have been published.",
                        row -> row.reading().published().date().from())
                .day(
                        "published_to",
                        "Last such day.",
                        row -> row.reading().published().date().to())
                .text(
                        "published_by",
                        "How that is known.",
                        row -> row.reading().published().basis().slug())
                .maybe(
                        "kind",
                        "aid or total; empty for a report without sums.",
                        row -> row.fact().map(ReadingTables::kind))
                .maybeNumber(
                        "amount",
                        "The sum in whole units.",
                        row -> row.fact().map(fact -> fact.terms().amount().value()))
                .maybeNumber(
                        "amount_max",
                        "Its upper end, for a range.",
                        row -> row.fact().flatMap(fact -> fact.terms().amount().upper()))
                .maybe(
                        "currency",
                        "ISO 4217.",
                        row -> row.fact().map(fact -> fact.terms().amount().currency()))
                .maybe(
                        "bound",
                        "exactly, about, at_least, at_most.",
                        row -> row.fact()
                                .map(fact -> fact.terms().amount().bound().slug()))
                .maybe(
                        "donor",
                        "Codes of those who give, separated by spaces.",
                        row -> row.fact()
                                .map(fact -> String.join(" ", fact.terms().donors())))
                .maybe(
                        "recipient",
                        "Codes of those who receive.",
                        row -> row.fact()
                                .map(fact -> String.join(" ", fact.terms().recipients())))
                .maybe(
                        "type",
                        "military, financial, humanitarian, mixed, unknown.",
                        row -> row.fact().map(fact -> fact.terms().type().slug()))
                .maybe(
                        "stage",
                        "How far it has come.",
                        row -> row.fact().map(fact -> fact.terms().stage().slug()))
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
                .maybe(
                        "quote",
                        "The words.",
                        row -> row.fact().map(fact -> fact.evidence().quote()))
                .maybe(
                        "rule",
                        "The rule that read it.",
                        row -> row.fact().map(fact -> fact.rule().value()))
                .rows(Stream::empty);
    }

    private static String kind(Fact fact) {
        return switch (fact) {
            case Fact.Aid aid -> "aid";
            case Fact.Total total -> "total";
        };
    }
}
