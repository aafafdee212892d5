package dev.tranche.dating;

/** How the days meant relate to the date the words name. */
public enum Relation {
    /** On the date or some time within it. */
    WITHIN,
    /** From the date on: "since February". */
    SINCE,
    /** Up to and including the date: "until Friday", "by the end of next week". */
    UNTIL,
    /** Earlier than the date. */
    BEFORE,
    /** Later than the date. */
    AFTER
}
