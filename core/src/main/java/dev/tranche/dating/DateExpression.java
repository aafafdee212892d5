package dev.tranche.dating;

/**
 * Words that name a date, before the day of writing is known.
 *
 * @param start index of the first token
 * @param end index after the last token
 * @param symbol what they name
 * @param relation how the days meant relate to it
 */
record DateExpression(int start, int end, Symbol symbol, Relation relation) {

    /** Refuses an empty range. */
    public DateExpression {
        if (end <= start) {
            throw new IllegalArgumentException("a date needs tokens: " + start + ".." + end);
        }
    }
}
