package dev.tranche.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * RFC 4180 tables, one file each, in UTF-8, with a header row; a vertical bar separates several values in a cell.
 *
 * @param mark start each file with the mark by which Excel recognises UTF-8?
 */
public record CsvTables(boolean mark) implements Format {

    private static final About ABOUT =
            About.archive("csv", "Tables (CSV)", "tranche-csv.zip", About.Part.LEDGER, About.Part.STORY);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void write(Exported book, Parts to) throws IOException {
        for (Table<?> table : Tables.all(book)) {
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(to.open(table.name() + ".csv"), StandardCharsets.UTF_8))) {
                if (mark) {
                    out.write('\uFEFF');
                }
                write(table, out);
            }
        }
    }

    /** Writes a table with its header row. */
    static void write(Table<?> table, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord(table.columns().stream().map(Column::name).toList());
        table.forEach(
                cells -> csv.writeRecord(cells.stream().map(CsvTables::text).toList()));
    }

    private static String text(Value value) {
        return switch (value) {
            case Value.Nothing nothing -> "";
            case Value.Text text -> SafeCell.of(Characters.whole(text.text()));
            case Value.Amount number -> number.number().stripTrailingZeros().toPlainString();
            case Value.Day day -> day.day().toString();
            case Value.Truth truth -> Boolean.toString(truth.is());
        };
    }
}
