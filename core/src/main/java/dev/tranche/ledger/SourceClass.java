package dev.tranche.ledger;

import java.util.Locale;

/** What kind of source tells an entry. */
public enum SourceClass {
    /** A row of an official record. */
    RECORD,
    /** Reports. */
    REPORT,
    /** Nobody: the sum follows from other entries. */
    COMPUTED;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
