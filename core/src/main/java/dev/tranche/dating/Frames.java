package dev.tranche.dating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Days defined relative to another date: its last week, the six months that end with it, two days after it. */
final class Frames {

    private static final int WEEK = 7;

    private Frames() {}

    /** Returns a number of units ending with a day; whole months for the last day of a month. */
    static StatedDate ending(Unit unit, int count, LocalDate last) {
        boolean wholeMonths = last.getDayOfMonth() == last.lengthOfMonth() && unit.compareTo(Unit.MONTH) >= 0;
        LocalDate before = unit.plus(last, -count);
        LocalDate first = (wholeMonths ? YearMonth.from(before).atEndOfMonth() : before).plusDays(1);
        return StatedDate.of(first, last, count == 1 ? unit.granularity() : Granularity.SPAN);
    }

    /** Returns a date shifted by some units; empty for one with an open end. */
    static Optional<StatedDate> shifted(StatedDate base, Unit unit, int count) {
        return base.from()
                .flatMap(from -> base.to()
                        .map(to -> StatedDate.of(unit.plus(from, count), unit.plus(to, count), base.granularity())));
    }

    /** Returns one of the units in a period, by number from 1, or -1 for the last; empty if it has fewer. */
    static Optional<StatedDate> nth(StatedDate whole, Unit unit, int number) {
        if (whole.from().isEmpty() || whole.to().isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = whole.from().get();
        LocalDate to = whole.to().get();
        LocalDate first;
        if (unit == Unit.WEEKEND) {
            Optional<StatedDate> saturday = nth(whole, DayOfWeek.SATURDAY, number);
            return saturday.flatMap(StatedDate::from).map(unit::around);
        }
        if (number < 0) {
            LocalDate next = to.plusDays(1);
            first = unit == Unit.DAY ? to : unit == Unit.WEEK ? to.minusDays(WEEK - 1L) : unit.plus(next, -1);
        } else {
            first = unit.plus(from, number - 1);
        }
        LocalDate last = unit.plus(first, 1).minusDays(1);
        return first.isBefore(from) || last.isAfter(to)
                ? Optional.empty()
                : Optional.of(StatedDate.of(first, last, unit.granularity()));
    }

    /** Returns one of the days with a given name in a period, by number from 1, or -1 for the last. */
    static Optional<StatedDate> nth(StatedDate whole, DayOfWeek day, int number) {
        if (whole.from().isEmpty() || whole.to().isEmpty()) {
            return Optional.empty();
        }
        LocalDate found = number < 0
                ? whole.to().get().with(TemporalAdjusters.previousOrSame(day))
                : whole.from().get().with(TemporalAdjusters.nextOrSame(day)).plusWeeks(number - 1L);
        boolean inside =
                !found.isBefore(whole.from().get()) && !found.isAfter(whole.to().get());
        return inside ? Optional.of(StatedDate.on(found)) : Optional.empty();
    }
}
