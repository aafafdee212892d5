package dev.tranche.export;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param name lower-case words joined by underscores, or the title that a format prescribes; programs may rely on it
 * @param kind type of its cells
 * @param meaning its meaning, a sentence for the code book
 * @param value gets the cell from the object of the row
 */
public record Column<T>(String name, Kind kind, String meaning, Function<T, Value> value) {

    /** The type of the cells of a column. */
    public enum Kind {
        /** Words or codes. */
        TEXT,
        /** Sums of money or figures. */
        NUMBER,
        /** Whole numbers. */
        COUNT,
        /** Days. */
        DAY,
        /** Yes or no. */
        TRUTH
    }
}
