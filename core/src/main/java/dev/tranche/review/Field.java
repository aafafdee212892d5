package dev.tranche.review;

import java.util.Locale;

/** A cell of an entry, in the order in which entries show them. */
public enum Field {
    /** The sum with bound and currency. */
    AMOUNT,
    /** Who gives. */
    DONOR,
    /** Who receives. */
    RECIPIENT,
    /** The kind of assistance. */
    TYPE,
    /** How far it has come. */
    STAGE,
    /** The authority it is given under. */
    AUTHORITY,
    /** The days on which it was announced. */
    DATE,
    /** Its place in a counted row. */
    ORDINAL,
    /** The package that it is a part of. */
    PARENT;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
