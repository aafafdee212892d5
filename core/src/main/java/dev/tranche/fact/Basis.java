package dev.tranche.fact;

import java.util.Locale;

/** The basis of a cell of a fact. */
public enum Basis {
    /** Words of the sum's own sentence say so. */
    WORDS,
    /** Words elsewhere in the report say so. */
    CONTEXT,
    /** An official record says so. */
    RECORD,
    /** Nothing says so; it is the default. */
    DEFAULT;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
