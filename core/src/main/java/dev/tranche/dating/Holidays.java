package dev.tranche.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Days observed every year that do not depend on a country: fixed ones are written as month and day in
 * digits, movable ones have a number beyond those.
 */
final class Holidays {

    static final int EASTER = 2001;
    static final int GOOD_FRIDAY = 2002;
    static final int EASTER_MONDAY = 2003;
    static final int THANKSGIVING = 2004;
    static final int LABOR_DAY = 2005;
    static final int MEMORIAL_DAY = 2006;
    static final int COLUMBUS_DAY = 2007;

    private static final int NONE = 100;

    private Holidays() {}

    /** Is it the number of a movable holiday? */
    static boolean isMovable(int holiday) {
        return holiday > EASTER - 1;
    }

    /** Returns the day on which a holiday falls in a year. */
    static LocalDate in(int year, int holiday) {
        return switch (holiday) {
            case EASTER -> easter(year);
            case GOOD_FRIDAY -> easter(year).minusDays(2);
            case EASTER_MONDAY -> easter(year).plusDays(1);
            case THANKSGIVING ->
                LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
            case LABOR_DAY -> LocalDate.of(year, 9, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            case MEMORIAL_DAY -> LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
            case COLUMBUS_DAY ->
                LocalDate.of(year, 10, 1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY));
            default -> LocalDate.of(year, holiday / NONE, holiday % NONE);
        };
    }

    /** The Gregorian computus in the anonymous form of 1876. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * sunday) / 451;
        int day = moon + sunday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
