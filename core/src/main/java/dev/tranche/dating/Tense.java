package dev.tranche.dating;

/** Whether the words around a date refer to the time before or after the report. */
public enum Tense {
    /** It has happened. */
    PAST,
    /** It is ahead. */
    FUTURE,
    /** The words do not say. */
    UNKNOWN
}
