package dev.tranche.audit;

import java.util.Locale;

/** What would explain the residual of an equation. */
public enum How {
    /** An entry of that size is missing. */
    MISSING,
    /** An entry stands twice. */
    DOUBLED,
    /** The total was stated on another base than the one before it. */
    WRONG_BASE,
    /** The entry is counted under another authority, or the total does not count its authority. */
    WRONG_AUTHORITY,
    /** A part was counted together with its whole, or the whole instead of the part. */
    PART_WITH_WHOLE,
    /** Nothing but the rounding of what was stated. */
    ROUNDING;

    /** Returns the words used in JSON. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
