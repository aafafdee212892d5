package dev.tranche.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tranche.export.SafeCell;
import java.io.StringWriter;

/**
 * A table as RFC 4180 writes it, for a terminal too: no spreadsheet program runs a {@linkplain SafeCell cell} of it, and
 * none of its words steers the terminal.
 */
final class CsvTable {

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);

    /** Adds a row. */
    void row(String... cells) {
        String[] safe = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            safe[i] = SafeCell.of(Columns.lines(cells[i]));
        }
        csv.writeRecord(safe);
    }

    /** Returns the whole table. */
    @Override
    public String toString() {
        return text.toString();
    }
}
