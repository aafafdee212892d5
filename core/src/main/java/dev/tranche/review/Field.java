package dev.tranche.review;

import java.util.Locale;

/** A cell of an entry, in display order. */
public enum Field {
    /** The sum, with bound and currency. */
    AMOUNT,
    /** The donors. */
    DONOR,
    /** The recipients. */
    RECIPIENT,
    /** The type of assistance. */
    TYPE,
    /** The stage. */
    STAGE,
    /** The authority it is given under. */
    AUTHORITY,
    /** The days on which it was announced. */
    DATE,
    /** Its number in a series. */
    ORDINAL,
    /** The package it is part of. */
    PARENT;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
