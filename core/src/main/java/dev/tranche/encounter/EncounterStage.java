package dev.tranche.encounter;

import java.util.Locale;

/** The stage of an encounter at the time of the report. */
public enum EncounterStage {
    /** It is over. */
    PAST,
    /** It is going on. */
    ONGOING,
    /** It is still to come, or only considered. */
    PLANNED,
    /** It will not take place. */
    CANCELLED;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
