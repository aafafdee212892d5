package dev.tranche.cli;

/** When results are coloured. */
public enum ColourMode {
    /** On a terminal. */
    AUTO,
    /** Always, for a pager that understands it. */
    ALWAYS,
    /** Not at all. */
    NEVER
}
