package dev.tranche.assistance;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes tables of clue weights: in whole thousandths, so that their sums are the same on every machine. */
final class ClueTable {

    /** The table's value for a weight of one. */
    private static final double UNIT = 1000;

    private ClueTable() {}

    /**
     * Returns the weights of each clue in the order of the columns; a user's table replaces the shipped one.
     *
     * @throws dev.tranche.lexicon.LexiconException for a weight that is not a whole number
     */
    static Map<String, int[]> read(Lexicon lexicon, String table, List<String> columns) {
        Map<String, int[]> weights = new HashMap<>();
        List<LexiconFile.Row> rows = lexicon.readerRows(table);
        for (LexiconFile.Row row : rows) {
            if (row.file().equals(rows.getLast().file())) {
                weights.put(
                        row.field("clue"),
                        columns.stream().mapToInt(column -> cell(row, column)).toArray());
            }
        }
        return weights;
    }

    private static int cell(LexiconFile.Row row, String column) {
        try {
            return Integer.parseInt(row.field(column));
        } catch (NumberFormatException wrong) {
            throw row.refuse("the " + column + " weight of a clue is a whole number of thousandths, not \""
                    + row.field(column) + "\"");
        }
    }

    /** Returns a table of weights as text: a comment, a header and a row for each clue. */
    static String text(String comment, List<String> columns, Map<String, double[]> weights) {
        StringBuilder table = new StringBuilder(comment)
                .append("clue,")
                .append(String.join(",", columns))
                .append('\n');
        weights.forEach((clue, cells) -> {
            table.append(clue);
            for (double cell : cells) {
                table.append(',').append(Math.round(cell * UNIT));
            }
            table.append('\n');
        });
        return table.toString();
    }
}
