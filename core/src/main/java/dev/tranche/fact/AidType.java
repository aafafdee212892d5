package dev.tranche.fact;

import java.util.Locale;

/** The type of assistance. */
public enum AidType {
    /** Weapons, training and money for armed forces. */
    MILITARY,
    /** Budget and macro-economic support and loans for the budget. */
    FINANCIAL,
    /** Relief, refugees, health, food, energy repair, demining, reconstruction. */
    HUMANITARIAN,
    /** Several types at once. */
    MIXED,
    /** Not said. */
    UNKNOWN;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
