package dev.tranche.encounter;

import java.util.Locale;

/** How people meet. */
public enum EncounterKind {
    /** Somebody goes to a place. */
    VISIT,
    /** People meet in one place, with a meal or without; briefings and talks too. */
    MEETING,
    /** They speak over a distance. */
    CALL,
    /** A conference, summit or assembly. */
    CONFERENCE;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
