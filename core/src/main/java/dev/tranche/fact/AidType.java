package dev.tranche.fact;

import java.util.Locale;

/** What kind of assistance a sum is. */
public enum AidType {
    /** Weapons, training and money for armed forces. */
    MILITARY,
    /** Budget and macro-economic support and loans for the budget. */
    FINANCIAL,
    /** Relief, refugees, health, food, energy repair, demining, reconstruction. */
    HUMANITARIAN,
    /** Several kinds at once. */
    MIXED,
    /** Not said. */
    UNKNOWN;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
