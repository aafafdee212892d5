package dev.tranche.ledger;

import java.util.Locale;

/** How far an entry can be relied on. Only booked entries count in sums. */
public enum Standing {
    /** The evidence for it outweighs the doubts. */
    BOOKED,
    /** Its doubts must be resolved before it counts. */
    DOUBTFUL,
    /** It is not a commitment: a running total, or a repetition of another entry. */
    REFUSED;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
