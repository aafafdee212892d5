package dev.tranche.mention;

/** What the words beside a sum say about it, for the rules that decide what it is. */
public enum SumNote {
    /** A sum before it changed: the first of "raised from 4 billion to 8 billion". */
    FORMER,
    /** The preceding sum restated per year: "75 billion over five years, or 15 billion a year". */
    RESTATED,
    /** It is paid more than once: "a year", "per month", "annually". */
    PER_PERIOD,
    /** It is meant for each of several: "three loans of $100 million each". */
    EACH,
    /** It belongs to one of several parties in order: "100 million and 200 million respectively". */
    RESPECTIVELY,
    /** Its currency is stated with a sum beside it. */
    SHARED_CURRENCY,
    /** Its currency and scale are stated in the head of a table. */
    FROM_TABLE
}
