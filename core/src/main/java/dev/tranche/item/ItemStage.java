package dev.tranche.item;

import java.util.Locale;

/** The stage of a supply. */
public enum ItemStage {
    /** It is requested. */
    REQUESTED,
    /** It is promised, announced or on its way. */
    PLANNED,
    /** It has arrived or is in use. */
    SUPPLIED;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
