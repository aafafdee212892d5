package dev.tranche.lexicon;

/** Who of the lexicon's actors stands in a text, found without reading it. */
public enum Presence {
    /** Nobody: no state, body or office-holder. */
    NOBODY,
    /** States and their people, but nobody who speaks or acts for one. */
    STATES,
    /** At least one body of government or office-holder. */
    OFFICIALS
}
