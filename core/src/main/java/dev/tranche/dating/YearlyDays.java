package dev.tranche.dating;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The days of a month, and the days of one date, in all years. */
final class YearlyDays {

    private static final int LEAP_YEAR = 2000;
    private static final int MONTHS = 12;
    private static final Map<MonthDay, DaySet> DAYS = days();
    private static final List<DaySet> WHOLE_MONTHS = months();

    private YearlyDays() {}

    /** Returns a day of a month in all years that have it; empty for a day that no year has. */
    static DaySet day(int month, int day) {
        boolean any = YearMonth.of(LEAP_YEAR, month).isValidDay(day);
        return any ? DAYS.getOrDefault(MonthDay.of(month, day), DaySet.NONE) : DaySet.NONE;
    }

    /** Returns a month, from 1, in all years. */
    static DaySet month(int month) {
        return WHOLE_MONTHS.get(month - 1);
    }

    private static IntStream years() {
        return IntStream.rangeClosed(DaySet.FIRST.getYear(), DaySet.LAST.getYear());
    }

    private static Map<MonthDay, DaySet> days() {
        Map<MonthDay, DaySet> days = new HashMap<>();
        LocalDate first = LocalDate.of(LEAP_YEAR, 1, 1);
        for (LocalDate day = first; day.getYear() == LEAP_YEAR; day = day.plusDays(1)) {
            MonthDay of = MonthDay.from(day);
            days.put(of, DaySet.of(years().filter(of::isValidYear).map(year -> DaySet.index(of.atYear(year)))));
        }
        return Map.copyOf(days);
    }

    private static List<DaySet> months() {
        List<DaySet> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            int number = month;
            months.add(DaySet.of(years().flatMap(year -> {
                YearMonth of = YearMonth.of(year, number);
                return IntStream.rangeClosed(DaySet.index(of.atDay(1)), DaySet.index(of.atEndOfMonth()));
            })));
        }
        return List.copyOf(months);
    }
}
