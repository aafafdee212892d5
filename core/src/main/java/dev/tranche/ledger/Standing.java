package dev.tranche.ledger;

import java.util.Locale;

/** How far an entry can be relied on. Only what is booked counts in sums. */
public enum Standing {
    /** Nothing speaks against it that weighs more than what speaks for it. */
    BOOKED,
    /** Its doubts must be removed before it counts. */
    DOUBTFUL,
    /** It is not a commitment: a running total, or a repetition of another entry. */
    REFUSED;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
