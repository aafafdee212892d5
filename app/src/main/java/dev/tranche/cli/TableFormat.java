package dev.tranche.cli;

/** How results that are tables are written. */
public enum TableFormat {
    /** For people. */
    TEXT,
    /** For programs: one JSON object per line. */
    JSON,
    /** For spreadsheets: RFC 4180 with a header row. */
    CSV
}
