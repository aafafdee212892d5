package dev.tranche.dating;

import java.time.LocalDate;
import java.util.Optional;

/** Finds the days on which words about a known event may have been written. */
final class Fitting {

    private static final int REACH_DAYS = 800;
    private static final int SLACK_DAYS = 1;
    private static final int ROUND = 5;
    private static final int ROUND_PART = 8;

    private Fitting() {}

    /**
     * Returns the days of writing on which a relative date, read in the tense, falls on the event. The days a
     * symbol names never move back as the day of writing advances, so both ends are found by bisection. A day of
     * slack allows for time zones.
     */
    static DaySet days(Symbol symbol, Tense tense, LocalDate from, LocalDate to) {
        int counted = counted(symbol);
        int slack = symbol instanceof Symbol.Weekday ? 0 : SLACK_DAYS + counted;
        LocalDate earliest = from.minusDays(REACH_DAYS);
        LocalDate latest = to.plusDays(REACH_DAYS);
        LocalDate first = search(symbol, tense, earliest, latest, from, true);
        LocalDate afterLast = search(symbol, tense, earliest, latest, to, false);
        LocalDate last = afterLast.minusDays(1);
        if (last.isBefore(first) || first.isAfter(latest)) {
            return DaySet.NONE;
        }
        return DaySet.between(first.minusDays(tense == Tense.FUTURE ? slack : counted), last.plusDays(slack));
    }

    /** A large count of days, weeks or months is a round one. */
    private static int counted(Symbol symbol) {
        if (!(symbol instanceof Symbol.Period(Unit unit, int least, int ignored))) {
            return 0;
        }
        long days = Math.abs(unit.plus(DaySet.FIRST, least).toEpochDay() - DaySet.FIRST.toEpochDay());
        return Math.abs(least) < ROUND ? 0 : (int) (days / ROUND_PART);
    }

    /** Returns the first day whose date ends on or after the limit, or starts after it. */
    private static LocalDate search(
            Symbol symbol, Tense tense, LocalDate earliest, LocalDate latest, LocalDate limit, boolean byEnd) {
        long low = earliest.toEpochDay();
        long high = latest.toEpochDay() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (reaches(symbol, tense, LocalDate.ofEpochDay(middle), limit, byEnd)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return LocalDate.ofEpochDay(low);
    }

    private static boolean reaches(Symbol symbol, Tense tense, LocalDate day, LocalDate limit, boolean byEnd) {
        Optional<StatedDate> date = Resolver.resolve(symbol, day, tense, Optional.empty());
        if (date.isEmpty()) {
            return true;
        }
        return byEnd
                ? date.get().to().map(end -> !end.isBefore(limit)).orElse(true)
                : date.get().from().map(start -> start.isAfter(limit)).orElse(false);
    }
}
