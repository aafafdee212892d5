package dev.tranche.ledger;

import java.util.Locale;

/** What a reader of an entry should know before trusting it. */
public enum Flag {
    /** The sum was computed: the whole less its known parts. */
    COMPUTED,
    /** No report gives a day for it. */
    NO_DATE,
    /** Only one outlet reports it. */
    ONE_OUTLET,
    /** The reports give different sums. */
    SUMS_DIFFER,
    /** The reports give sums in several currencies; the one shown is the most reported. */
    SEVERAL_CURRENCIES,
    /** Its parts add up to more than the whole. */
    PARTS_EXCEED,
    /** Reports make it a part of its own part; this link was not booked. */
    CIRCULAR,
    /** A report mentions a stop or cut that may be a mistranslated drawdown; it was not booked as a stop. */
    DOUBTFUL_STOP,
    /** One report states two sums for it. */
    REPORT_CONTRADICTS_ITSELF,
    /** The donor is not stated. */
    NO_DONOR,
    /** The recipient is not stated. */
    NO_RECIPIENT,
    /** A person set some of its cells. */
    CORRECTED;

    /** Returns the words used in JSON: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
