package dev.tranche.fact;

import java.util.Locale;

/** How far assistance has come, in the order in which it comes. */
public enum Stage {
    /** Stopped: vetoed, rejected, held up, suspended, cancelled, stolen. */
    BLOCKED,
    /** Asked for, sought, proposed to a legislature or under negotiation. */
    REQUESTED,
    /** Expected, considered, in preparation. */
    PLANNED,
    /** Announced, pledged, approved by the executive, being sent. */
    ANNOUNCED,
    /** Passed by the legislature or the body whose vote gives the money. */
    APPROPRIATED,
    /** Arrived, paid out, handed over. */
    DELIVERED;

    /** Is a sum of this stage promised or given, rather than asked for, planned, voted or stopped? */
    public boolean isPromised() {
        return this == ANNOUNCED || this == DELIVERED;
    }

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
