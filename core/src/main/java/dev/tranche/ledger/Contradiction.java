package dev.tranche.ledger;

import java.util.List;
import java.util.Locale;

/**
 * Two statements that cannot both be true as reported.
 *
 * @param kind the kind of difference
 * @param about id of the entry, or a description of a total
 * @param one the statement that the ledger shows
 * @param two the other
 * @param rule why the first is shown
 */
public record Contradiction(Kind kind, String about, Side one, Side two, String rule) {

    /** The kind of difference between two statements. */
    public enum Kind {
        /** One sum is the other with fewer digits. */
        ROUNDING,
        /** One total is stated with two bases. */
        BASE_DRIFT,
        /** Different donors or recipients are counted. */
        SCOPE,
        /** Different authorities. */
        AUTHORITY,
        /** One says that it was given or announced, the other that it was blocked. */
        STAGE,
        /** Different currencies. */
        CURRENCY,
        /** Days one apart, as between time zones. */
        TIME_ZONE,
        /** Different numbers in a series. */
        ORDINAL,
        /** The later statement retracts the earlier one. */
        REVISION,
        /** Another holder of an office. */
        OFFICE_HOLDER,
        /** None of these: one of the two is wrong. */
        PLAIN_ERROR;

        /** Returns the words used in JSON: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * One side of it.
     *
     * @param value what is stated
     * @param reports keys of the reports that state it, sorted
     * @param quote words of the first of them
     */
    public record Side(String value, List<String> reports, String quote) {

        /** Copies the list. */
        public Side {
            reports = List.copyOf(reports);
        }
    }
}
