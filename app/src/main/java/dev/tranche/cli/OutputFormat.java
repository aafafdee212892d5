package dev.tranche.cli;

/** How results are written. */
public enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs: one JSON object per line. */
    JSON
}
