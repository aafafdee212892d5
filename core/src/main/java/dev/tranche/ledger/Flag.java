package dev.tranche.ledger;

import java.util.Locale;

/** What a reader of an entry should know before trusting it. */
public enum Flag {
    /** The sum was computed: the whole less its known parts. */
    COMPUTED,
    /** No report gives a day for it. */
    NO_DATE,
    /** One outlet alone tells it. */
    ONE_OUTLET,
    /** The reports give different sums. */
    SUMS_DIFFER,
    /** The reports give sums in several currencies; the one shown is the most told. */
    SEVERAL_CURRENCIES,
    /** Its parts come to more than it. */
    PARTS_EXCEED,
    /** Reports make it a part of its own part; that link was not booked. */
    CIRCULAR,
    /** A report tells of a stop or cut that may be a mistranslated drawdown; it was not booked as a stop. */
    DOUBTFUL_STOP,
    /** One report tells two sums for it. */
    REPORT_CONTRADICTS_ITSELF,
    /** The giver is not said. */
    NO_DONOR,
    /** The receiver is not said. */
    NO_RECIPIENT,
    /** A person set cells of it. */
    CORRECTED;

    /** Returns the words used in JSON: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
