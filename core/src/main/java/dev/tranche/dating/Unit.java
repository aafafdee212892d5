package dev.tranche.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A calendar unit that words count or name. */
enum Unit {
    DAY(Granularity.DAY),
    WEEKEND(Granularity.WEEKEND),
    WEEK(Granularity.WEEK),
    MONTH(Granularity.MONTH),
    QUARTER(Granularity.QUARTER),
    SEASON(Granularity.SEASON),
    HALF(Granularity.HALF),
    YEAR(Granularity.YEAR),
    DECADE(Granularity.DECADE),
    CENTURY(Granularity.CENTURY),
    FORTNIGHT(Granularity.SPAN);

    private static final int QUARTER_MONTHS = 3;
    private static final int HALF_MONTHS = 6;

    private final Granularity granularity;

    Unit(Granularity granularity) {
        this.granularity = granularity;
    }

    Granularity granularity() {
        return granularity;
    }

    /** Returns the day a number of units later. */
    LocalDate plus(LocalDate day, int count) {
        return switch (this) {
            case DAY -> day.plusDays(count);
            case WEEKEND, WEEK -> day.plusWeeks(count);
            case FORTNIGHT -> day.plusWeeks(2L * count);
            case MONTH -> day.plusMonths(count);
            case QUARTER, SEASON -> day.plusMonths((long) QUARTER_MONTHS * count);
            case HALF -> day.plusMonths((long) HALF_MONTHS * count);
            case YEAR -> day.plusYears(count);
            case DECADE -> day.plusYears(10L * count);
            case CENTURY -> day.plusYears(100L * count);
        };
    }

    /** Returns the first day of the unit that contains the day; for a weekend, the Saturday of its week. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEKEND ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5);
            case WEEK, FORTNIGHT -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % QUARTER_MONTHS);
            case SEASON -> day.withDayOfMonth(1).minusMonths(day.getMonthValue() % QUARTER_MONTHS);
            case HALF -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % HALF_MONTHS);
            case YEAR -> day.withDayOfYear(1);
            case DECADE -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), 10));
            case CENTURY -> day.withDayOfYear(1).minusYears(Math.floorMod(day.getYear(), 100));
        };
    }

    /** Returns the unit that contains the day. */
    StatedDate around(LocalDate day) {
        LocalDate first = first(day);
        LocalDate last = this == WEEKEND ? first.plusDays(1) : plus(first, 1).minusDays(1);
        return StatedDate.of(first, last, granularity);
    }
}
