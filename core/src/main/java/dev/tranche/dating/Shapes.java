package dev.tranche.dating;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fitted shapes of a lexicon by rule and kind of report; immutable.
 *
 * <p>A rule without a row of its own takes that of its name without the last word, then that of every rule.
 */
final class Shapes {

    /** The table of the lexicon that holds them. */
    static final String TABLE = "dating_shapes.csv";

    /** Marks a row that applies to every kind of report. */
    static final String ANY = "any";

    /** The rule whose row is the fallback. */
    static final String EVERY = "every";

    private final Map<String, Shape> shapes = new HashMap<>();

    private Shapes() {}

    static Shapes of(Lexicon lexicon) {
        Shapes shapes = new Shapes();
        for (LexiconFile.Row row : lexicon.readerRows(TABLE)) {
            shapes.shapes.put(row.field("rule") + " " + row.field("kind"), shape(row));
        }
        return shapes;
    }

    /** Returns shapes being fitted. */
    static Shapes of(Map<String, Shape> fitted) {
        Shapes shapes = new Shapes();
        shapes.shapes.putAll(fitted);
        return shapes;
    }

    private static Shape shape(LexiconFile.Row row) {
        try {
            List<String> columns = OffsetBucket.columns();
            int[] losses = new int[columns.size()];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = Integer.parseInt(row.field(columns.get(i)));
            }
            return new Shape(
                    losses,
                    Integer.parseInt(row.field("wrong")),
                    row.field("kin"),
                    Integer.parseInt(row.field("again")));
        } catch (IllegalArgumentException wrong) {
            throw row.refuse("a shape is made of whole numbers within bounds: " + wrong.getMessage());
        }
    }

    Shape shape(String rule, ReportKind kind) {
        String name = rule;
        while (true) {
            Shape own = shapes.get(name + " " + kind.slug());
            own = own == null ? shapes.get(name + " " + ANY) : own;
            if (own != null) {
                return own;
            }
            if (name.equals(EVERY)) {
                return fallback();
            }
            int dot = name.lastIndexOf('.');
            name = dot < 0 ? EVERY : name.substring(0, dot);
        }
    }

    /** Trusts only the days named and their neighbours: for a lexicon without the table. */
    private static Shape fallback() {
        int[] losses = new int[OffsetBucket.COUNT];
        Arrays.fill(losses, 10 * Shape.BIT);
        losses[OffsetBucket.INSIDE] = 0;
        losses[OffsetBucket.INSIDE + 1] = Shape.BIT;
        losses[OffsetBucket.INSIDE - 1] = 2 * Shape.BIT;
        return new Shape(losses, 500, "", Shape.WHOLE_LOSS);
    }
}
