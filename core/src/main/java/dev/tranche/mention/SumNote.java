package dev.tranche.mention;

/** What the words beside a sum say about it, for those who decide what it is. */
public enum SumNote {
    /** What a sum was before it changed: the first of "raised from 4 billion to 8 billion". */
    FORMER,
    /** The sum before it told once more, a year at a time: "75 billion over five years, or 15 billion a year". */
    RESTATED,
    /** It is paid more than once: "a year", "per month", "annually". */
    PER_PERIOD,
    /** It is meant for each of several: "three loans of $100 million each". */
    EACH,
    /** It belongs to one of several parties in their order: "100 million and 200 million respectively". */
    RESPECTIVELY,
    /** Its currency stands at a sum beside it. */
    SHARED_CURRENCY,
    /** Its currency and scale stand at the head of a table. */
    FROM_TABLE
}
