package dev.tranche.export;

/**
 * Cells that are safe to open with a spreadsheet.
 *
 * <p>Spreadsheet programs run a cell of a CSV file as a formula if it starts with {@code =}, {@code +}, {@code -},
 * {@code @}, a tab or a line end. Words of reports, and ids given by others, may start like that: such a cell is
 * prefixed with an apostrophe, which marks it as text. Numbers are unchanged.
 */
public final class SafeCell {

    /** Includes the full-width forms, which some programs treat the same. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SafeCell() {}

    /** Returns the cell as text that no spreadsheet program runs. */
    public static String of(String cell) {
        return runs(cell) ? "'" + cell : cell;
    }

    /** Would a spreadsheet program run it? */
    static boolean runs(String cell) {
        return !cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0 && !isNumber(cell);
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
}
