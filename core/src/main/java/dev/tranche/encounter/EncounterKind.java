package dev.tranche.encounter;

import java.util.Locale;

/** The kind of an encounter. */
public enum EncounterKind {
    /** A visit to a place. */
    VISIT,
    /** A meeting in one place, with or without a meal; includes briefings and talks. */
    MEETING,
    /** A conversation at a distance. */
    CALL,
    /** A conference, summit or assembly. */
    CONFERENCE;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
