package dev.tranche.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;

/**
 * A table as RFC 4180 writes it, safe to open with a spreadsheet.
 *
 * <p>Spreadsheet programs run a cell as a formula when it starts with {@code =}, {@code +}, {@code -}, {@code @}, a tab
 * or a line end. Words of reports, and ids given by others, may start like that: such a cell gets an apostrophe in
 * front, which shows it as text. Numbers stay as they are.
 */
final class CsvTable {

    /** Also the full-width forms, which some programs treat the same. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);

    /** Adds a row. */
    void row(String... cells) {
        String[] safe = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            safe[i] = safe(cells[i]);
        }
        csv.writeRecord(safe);
    }

    private static String safe(String cell) {
        boolean runs = !cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0 && !isNumber(cell);
        return runs ? "'" + cell : cell;
    }

    /** A minus sign and digits, with at most one full stop among them. */
    private static boolean isNumber(String cell) {
        boolean hasDigit = false;
        boolean hasStop = false;
        for (int i = cell.charAt(0) == '-' ? 1 : 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '.' && hasDigit && !hasStop) {
                hasStop = true;
            } else if (c >= '0' && c <= '9') {
                hasDigit = true;
            } else {
                return false;
            }
        }
        return hasDigit;
    }

    /** Returns the whole table. */
    @Override
    public String toString() {
        return text.toString();
    }
}
