package dev.tranche.statement;

import java.util.Locale;

/** What a speaker does with a statement. */
public enum Stance {
    /** Says that something is so. */
    ASSERTS,
    /** Says that something is not so, or refuses it. */
    DENIES,
    /** Promises to do something. */
    PROMISES,
    /** Warns of something or threatens with it. */
    WARNS,
    /** Asks for something or demands it. */
    ASKS,
    /** Accuses or condemns somebody. */
    ACCUSES;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stance parse(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
