package dev.tranche.encounter;

import java.util.Locale;

/** How far an encounter has come when the report is written. */
public enum EncounterStage {
    /** It is over. */
    PAST,
    /** It is going on. */
    ONGOING,
    /** It is still to come, or only thought of. */
    PLANNED,
    /** It will not take place. */
    CANCELLED;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
