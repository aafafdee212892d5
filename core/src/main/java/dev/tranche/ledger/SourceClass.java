package dev.tranche.ledger;

import java.util.Locale;

/** The kind of source of an entry. */
public enum SourceClass {
    /** A row of an official record. */
    RECORD,
    /** Reports. */
    REPORT,
    /** None: the sum is computed from other entries. */
    COMPUTED;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
