package dev.tranche.resolve;

/**
 * A place where groups that may be one meet: sums of about the same size, reported in about the same month.
 *
 * @param currency code of the currency
 * @param step step on the scale of sums, see {@link Amounts#step}
 * @param month number of 30 days; {@link #NO_MONTH} for groups without a day
 */
record Place(String currency, int step, long month) {

    /** Represents the month of groups without a day. */
    static final long NO_MONTH = Long.MIN_VALUE;

    static final int MONTH_DAYS = 30;

    /** Returns the place of a day; negative if there is none. */
    static Place of(String currency, int step, long day) {
        return new Place(currency, step, day < 0 ? NO_MONTH : Math.floorDiv(day, MONTH_DAYS));
    }
}
