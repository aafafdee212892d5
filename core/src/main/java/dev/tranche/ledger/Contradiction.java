package dev.tranche.ledger;

import java.util.List;
import java.util.Locale;

/**
 * Two statements that cannot both stand as told.
 *
 * @param kind what kind of difference it is
 * @param about id of the entry, or words for a total
 * @param one the statement that the ledger shows
 * @param two the other
 * @param rule why the first is shown
 */
public record Contradiction(Kind kind, String about, Side one, Side two, String rule) {

    /** What kind of difference two statements have. */
    public enum Kind {
        /** One sum is the other with fewer digits. */
        ROUNDING,
        /** One total is told with two bases. */
        BASE_DRIFT,
        /** Different givers or receivers are counted. */
        SCOPE,
        /** Different authorities. */
        AUTHORITY,
        /** One says given or announced, the other blocked. */
        STAGE,
        /** Different currencies. */
        CURRENCY,
        /** Days one apart, as between time zones. */
        TIME_ZONE,
        /** Different places in a counted row. */
        ORDINAL,
        /** The later statement takes the earlier back. */
        REVISION,
        /** Another holder of an office. */
        OFFICE_HOLDER,
        /** None of these: one of them errs. */
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
