package dev.tranche.export;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param name lower-case words joined by underscores, or the title that a format prescribes; programs may rely on it
 * @param kind what its cells hold
 * @param meaning a sentence for the code book
 * @param value takes the cell from what the row is about
 */
public record Column<T>(String name, Kind kind, String meaning, Function<T, Value> value) {

    /** What the cells of a column hold. */
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
