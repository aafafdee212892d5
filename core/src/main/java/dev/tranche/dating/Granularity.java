package dev.tranche.dating;

import java.util.Locale;

/** The precision of the words that state a date; the days themselves may span more than one unit. */
public enum Granularity {
    /** One day of the calendar, known or one of several. */
    DAY,
    /** A weekend. */
    WEEKEND,
    /** A week from Monday to Sunday. */
    WEEK,
    /** A month. */
    MONTH,
    /** A quarter of a year. */
    QUARTER,
    /** A season by calendar months; winter belongs to the year in which it begins. */
    SEASON,
    /** A half of a year. */
    HALF,
    /** A calendar or fiscal year. */
    YEAR,
    /** Ten years. */
    DECADE,
    /** A hundred years. */
    CENTURY,
    /** Any other date range: a range, a part of a unit, an open end. */
    SPAN;

    /** Returns the word used in JSON: lower case. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
