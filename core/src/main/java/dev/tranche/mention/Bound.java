package dev.tranche.mention;

import java.util.Locale;

/** How the stated number bounds the sum meant. */
public enum Bound {
    /** The sum is the number; nothing qualifies it. */
    EXACTLY,
    /** The sum is near the number: "about", "nearly", "some". */
    ABOUT,
    /** The sum is the number or more: "more than", "over", "60+". */
    AT_LEAST,
    /** The sum is the number or less: "up to", "as much as". */
    AT_MOST;

    /** Returns the word used in JSON: lower case with underscores. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
