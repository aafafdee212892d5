package dev.tranche.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The look of a table with separators: the character that separates its cells, and its first row.
 *
 * @param separator the character between two cells
 * @param first the cells of the first row
 * @param isNamed do at least two cells of the first row name columns of reports?
 */
public record TableShape(char separator, List<String> first, boolean isNamed) {

    private static final int MOST_ROWS = 8;
    private static final int FEWEST_ROWS = 3;
    private static final int LONGEST_HEAD_CELL = 60;

    /** Copies the list. */
    public TableShape {
        first = List.copyOf(first);
    }

    /**
     * Returns the shape of a table; empty for text that is not a table.
     *
     * <p>A table has a header with two cells that name columns of reports, or three or more rows of equal width above
     * two, or of two short cells with a tab between them, or, by its file name, a header with one cell that names a
     * column of reports.
     *
     * @param text the first thousands of characters
     * @param name the name of the file: {@code .csv} and {@code .tsv} allow a table of two columns too
     */
    public static Optional<TableShape> of(String text, String name) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Optional<Character> stated = statedSeparator(bare);
        String start = stated.isPresent() ? bare.substring(bare.indexOf('\n') + 1) : bare;
        boolean byName = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab");
        TableShape best = null;
        for (char separator : new char[] {'\t', ',', ';', '|'}) {
            List<List<String>> rows = rows(start, separator);
            if (rows.isEmpty() || (stated.isPresent() && separator != stated.get())) {
                continue;
            }
            List<String> head = rows.getFirst();
            if (head.size() < 2) {
                boolean named = byName && ReportFields.role(head.getFirst()).isPresent();
                best = named && best == null ? new TableShape(',', head, false) : best;
                continue;
            }
            long named = head.stream()
                    .filter(cell -> ReportFields.role(cell).isPresent())
                    .count();
            boolean shortCells = head.stream().allMatch(cell -> cell.length() <= LONGEST_HEAD_CELL && !cell.isBlank());
            boolean even = rows.size() >= FEWEST_ROWS
                    && head.size() > 2
                    && rows.stream().allMatch(row -> row.size() == head.size());
            boolean table = (named >= 2 && shortCells)
                    || (separator == '\t' && isPairs(rows))
                    || (even && separator != ',')
                    || (even && shortCells)
                    || (byName && rows.size() > 1 && rows.stream().allMatch(row -> row.size() == head.size()));
            if (table && (best == null || head.size() > best.first.size())) {
                best = new TableShape(separator, head, named >= 2);
            }
        }
        return Optional.ofNullable(best);
    }

    /** A name and a value in each row; who speaks and what they say are longer. */
    private static boolean isPairs(List<List<String>> rows) {
        return rows.size() >= FEWEST_ROWS
                && rows.stream()
                        .allMatch(row -> row.size() == 2
                                && row.stream()
                                        .allMatch(cell -> !cell.isBlank() && cell.length() <= LONGEST_HEAD_CELL));
    }

    /** Spreadsheets write the separator into the first line: {@code sep=;}. */
    public static Optional<Character> statedSeparator(String text) {
        boolean is = text.length() > 5 && text.startsWith("sep=") && (text.charAt(5) == '\n' || text.charAt(5) == '\r');
        return is ? Optional.of(text.charAt(4)) : Optional.empty();
    }

    /** The first rows; the last one, which may be cut, only when it is the first. */
    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && rows.size() < MOST_ROWS; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
                continue;
            }
            if (c == '"' && cell.toString().isBlank()) {
                quoted = true;
                cell.setLength(0);
            } else if (c == separator) {
                row.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '\n' || c == '\r') {
                if (!row.isEmpty() || !cell.toString().isBlank()) {
                    row.add(cell.toString().strip());
                    rows.add(row);
                    row = new ArrayList<>();
                }
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!quoted
                && rows.size() < MOST_ROWS
                && (!row.isEmpty() || !cell.toString().isBlank())
                && text.length() < 8000) {
            row.add(cell.toString().strip());
            rows.add(row);
        }
        return rows;
    }
}
