package dev.tranche.audit;

import java.util.Locale;

/** How the residual of an equation may be explained. */
public enum How {
    /** An entry of that size is missing. */
    MISSING,
    /** An entry is counted twice. */
    DOUBLED,
    /** The total was stated on another base than the one before it. */
    WRONG_BASE,
    /** The entry is counted under another authority, or the total excludes its authority. */
    WRONG_AUTHORITY,
    /** A part was counted together with its whole, or the whole instead of the part. */
    PART_WITH_WHOLE,
    /** Only the rounding of the stated figure. */
    ROUNDING;

    /** Returns the words used in JSON. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
