package dev.tranche.review;

/**
 * One cell that a person corrects.
 *
 * @param before the value shown before
 * @param after the new value
 */
public record CellChange(String before, CellValue after) {

    /** Refuses values that no cell can have. */
    public CellChange {
        if (before.length() > Limits.LONGEST_VALUE) {
            throw new IllegalArgumentException(
                    "the value of a cell has at most " + Limits.LONGEST_VALUE + " characters, not " + before.length());
        }
    }

    /** Returns the cell. */
    public Field field() {
        return after.field();
    }
}
