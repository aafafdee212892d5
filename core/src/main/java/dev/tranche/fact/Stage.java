package dev.tranche.fact;

import java.util.Locale;

/** The stage of a commitment, in the order in which stages follow one another. */
public enum Stage {
    /** Stopped: vetoed, rejected, held up, suspended, cancelled, stolen. */
    BLOCKED,
    /** Requested, sought, proposed to a legislature or under negotiation. */
    REQUESTED,
    /** Expected, considered, in preparation. */
    PLANNED,
    /** Announced, pledged, approved by the executive, being sent. */
    ANNOUNCED,
    /** Passed by the legislature or the body whose vote grants the money. */
    APPROPRIATED,
    /** Arrived, paid out, handed over. */
    DELIVERED;

    /** Is a sum of this stage pledged or given, rather than requested, planned, voted or stopped? */
    public boolean isPromised() {
        return this == ANNOUNCED || this == DELIVERED;
    }

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
