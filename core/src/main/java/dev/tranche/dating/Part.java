package dev.tranche.dating;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The part of a date range that the words mean. */
enum Part {
    WHOLE,
    /** The first third. */
    EARLY,
    /** The middle third. */
    MID,
    /** The last third. */
    LATE,
    /** The first days: a quarter of the whole, at most a month. */
    START,
    /** The last days: a quarter of the whole, at most a month. */
    END,
    /** The part that has passed. */
    EARLIER,
    /** The part still to come. */
    LATER;

    private static final int THIRD = 3;
    private static final int QUARTER = 4;
    private static final int MONTH_DAYS = 31;

    static Part of(int value) {
        return values()[value];
    }

    /** Returns the part of a whole, as of a reference day. */
    StatedDate of(StatedDate whole, LocalDate reference) {
        if (this == WHOLE || whole.from().isEmpty() || whole.to().isEmpty() || whole.isOneDay()) {
            return whole;
        }
        LocalDate from = whole.from().get();
        LocalDate to = whole.to().get();
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        long third = days / THIRD;
        long edge = Math.max(1, Math.min(days / QUARTER, MONTH_DAYS));
        return switch (this) {
            case WHOLE -> whole;
            case EARLY -> isYears(whole) ? years(whole, 0) : StatedDate.between(from, from.plusDays(third - 1));
            case MID ->
                isYears(whole)
                        ? years(whole, 1)
                        : StatedDate.between(from.plusDays(third), from.plusDays(2 * third - 1));
            case LATE -> isYears(whole) ? years(whole, 2) : StatedDate.between(from.plusDays(2 * third), to);
            case START -> StatedDate.between(from, from.plusDays(edge - 1));
            case END -> StatedDate.between(to.minusDays(edge - 1), to);
            case EARLIER -> StatedDate.between(from, clamp(reference, from, to));
            case LATER -> StatedDate.between(clamp(reference, from, to), to);
        };
    }

    private static boolean isYears(StatedDate whole) {
        return whole.granularity() == Granularity.YEAR
                || whole.granularity() == Granularity.DECADE
                || whole.granularity() == Granularity.CENTURY;
    }

    /** A third of a year is four months; of a decade its first four, next three and last three years. */
    private static StatedDate years(StatedDate whole, int third) {
        LocalDate from = whole.from().orElseThrow();
        if (whole.granularity() == Granularity.CENTURY) {
            LocalDate first = from.plusYears(33L * third);
            return StatedDate.between(
                    first, first.plusYears(third == 2 ? 34 : 33).minusDays(1));
        }
        if (whole.granularity() == Granularity.YEAR) {
            LocalDate first = from.plusMonths(4L * third);
            return StatedDate.between(first, first.plusMonths(4).minusDays(1));
        }
        int firstYear = third == 0 ? 0 : 1 + THIRD * third;
        LocalDate first = from.plusYears(firstYear);
        return StatedDate.between(first, first.plusYears(third == 0 ? 4 : THIRD).minusDays(1));
    }

    private static LocalDate clamp(LocalDate day, LocalDate from, LocalDate to) {
        if (day.isBefore(from)) {
            return from;
        }
        return day.isAfter(to) ? to : day;
    }
}
