package dev.tranche.dating;

/** Whether the words around a date speak of something behind or ahead of the report. */
public enum Tense {
    /** It has happened. */
    PAST,
    /** It is ahead. */
    FUTURE,
    /** The words do not tell. */
    UNKNOWN
}
