package dev.tranche.dating;

import dev.tranche.dating.Symbol.Which;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Turns symbolic dates into days, given the day on which the words were written.
 *
 * <p>A weekday, month or day without a year in the past tense is the latest one up to the reference, in the future
 * tense the next one from it on; without a tense the past is preferred unless it is far back. "Last" and "next" mean
 * the nearest that is not the current one. Counted units ("two weeks ago") are calendar units.
 */
final class Resolver {

    /** Without a tense a month at most this many months back is the past one. */
    private static final int PAST_MONTHS = 7;

    private static final int PAST_DAYS = 230;
    private static final int YEAR_MONTHS = 12;
    private static final int SEASON_MONTHS = 3;
    private static final int LEAP_CYCLE_YEARS = 8;

    /** Astronomical seasons end three weeks after those of the calendar. */
    private static final int SEASON_SLACK_DAYS = 21;

    private final LocalDate reference;
    private final Tense tense;
    private final Optional<StatedDate> anchor;

    private Resolver(LocalDate reference, Tense tense, Optional<StatedDate> anchor) {
        this.reference = reference;
        this.tense = tense;
        this.anchor = anchor;
    }

    /**
     * Returns the days that a symbol names; empty if it needs a missing anchor or names no day.
     *
     * @param reference the day on which the words were written
     * @param anchor the last date mentioned
     */
    static Optional<StatedDate> resolve(Symbol symbol, LocalDate reference, Tense tense, Optional<StatedDate> anchor) {
        try {
            return new Resolver(reference, tense, anchor).date(symbol);
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    /**
     * Returns the days that a symbol names when the reference itself is known only as an interval: the hull of the
     * results for its first and last day.
     */
    static Optional<StatedDate> resolve(Symbol symbol, StatedDate reference, Tense tense, Optional<StatedDate> anchor) {
        if (symbol instanceof Symbol.Absolute(StatedDate date)) {
            return Optional.of(date);
        }
        if (reference.from().isEmpty() || reference.to().isEmpty()) {
            return halfOpen(symbol, reference, tense, anchor);
        }
        Optional<StatedDate> first = resolve(symbol, reference.from().get(), tense, anchor);
        if (reference.isOneDay() || first.isEmpty()) {
            return first;
        }
        Optional<StatedDate> last = resolve(symbol, reference.to().get(), tense, anchor);
        return last.map(date -> hull(first.get(), date));
    }

    private static Optional<StatedDate> halfOpen(
            Symbol symbol, StatedDate reference, Tense tense, Optional<StatedDate> anchor) {
        if (reference.from().isPresent()) {
            return resolve(symbol, reference.from().get(), tense, anchor)
                    .flatMap(StatedDate::from)
                    .map(StatedDate::since);
        }
        if (reference.to().isPresent()) {
            return resolve(symbol, reference.to().get(), tense, anchor)
                    .flatMap(StatedDate::to)
                    .map(StatedDate::until);
        }
        return Optional.empty();
    }

    /** Returns the smallest interval that contains both; open where either is. */
    static StatedDate hull(StatedDate one, StatedDate other) {
        Optional<LocalDate> from = one.from().flatMap(a -> other.from().map(b -> a.isBefore(b) ? a : b));
        Optional<LocalDate> to = one.to().flatMap(a -> other.to().map(b -> a.isAfter(b) ? a : b));
        return new StatedDate(from, to, one.granularity());
    }

    private Optional<StatedDate> date(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Absolute(StatedDate date) -> Optional.of(date);
            case Symbol.Month(int month, Which which) -> Optional.of(month(month, which));
            case Symbol.MonthDay day -> monthDay(day);
            case Symbol.Weekday(DayOfWeek day, Which which) -> Optional.of(StatedDate.on(weekday(day, which)));
            case Symbol.WeekdayOn(DayOfWeek weekday, Symbol.MonthDay day) -> weekdayOn(weekday, day);
            case Symbol.Ambiguous(StatedDate a, StatedDate b) -> Optional.of(nearer(a, b));
            case Symbol.Season(int season, Which which) -> Optional.of(season(season, which));
            case Symbol.Section(Unit unit, int number, Which which) -> Optional.of(section(unit, number, which));
            case Symbol.FirstMonths(int months) -> Optional.of(firstMonths(months));
            case Symbol.Period(Unit unit, int least, int most) -> Optional.of(period(unit, least, most));
            case Symbol.Stretch(Unit unit, int count) -> Optional.of(stretch(unit, count));
            case Symbol.Anchored(Unit unit, int shift) -> anchored(unit, shift);
            case Symbol.PartOf(Part part, Symbol whole) -> date(whole).map(w -> part.of(w, reference));
            case Symbol.Within(Symbol inner, Symbol outer) -> within(inner, outer);
            case Symbol.Between(Symbol first, Symbol last) -> between(first, last);
            case Symbol.Holiday(int number) -> yearly(year -> Optional.of(Holidays.in(year, number)));
            case Symbol.Around(Unit unit, Symbol inner) ->
                date(inner).flatMap(StatedDate::from).map(unit::around);
            case Symbol.Ending(Unit unit, int count, Symbol last) ->
                date(last).flatMap(StatedDate::to).map(to -> Frames.ending(unit, count, to));
            case Symbol.Shifted(Symbol base, Unit unit, int count) ->
                date(base).flatMap(day -> Frames.shifted(day, unit, count));
            case Symbol.Nth(Unit unit, int number, Symbol whole) ->
                frame(whole).flatMap(frame -> Frames.nth(frame, unit, number));
            case Symbol.NthWeekday(DayOfWeek day, int number, Symbol whole) ->
                frame(whole).flatMap(frame -> Frames.nth(frame, day, number));
            case Symbol.Ahead(Unit unit, int count, boolean within) ->
                tense != Tense.FUTURE
                        ? Optional.empty()
                        : Optional.of(within ? stretch(unit, count) : period(unit, count, count));
        };
    }

    private StatedDate month(int month, Which which) {
        YearMonth now = YearMonth.from(reference);
        int back = Math.floorMod(now.getMonthValue() - month, YEAR_MONTHS);
        int ahead = Math.floorMod(month - now.getMonthValue(), YEAR_MONTHS);
        YearMonth meant = switch (which) {
            case LAST -> now.minusMonths(back == 0 ? YEAR_MONTHS : back);
            case NEXT -> now.plusMonths(ahead == 0 ? YEAR_MONTHS : ahead);
            case THIS -> YearMonth.of(now.getYear(), month);
            case BARE -> {
                boolean past = tense == Tense.PAST || tense == Tense.UNKNOWN && back <= PAST_MONTHS;
                yield past ? now.minusMonths(back) : now.plusMonths(ahead);
            }
        };
        return Unit.MONTH.around(meant.atDay(1));
    }

    /** The whole containing a numbered unit is the current one unless otherwise stated. */
    private Optional<StatedDate> frame(Symbol whole) {
        return whole instanceof Symbol.Section(Unit unit, int number, Which ignored)
                ? Optional.of(section(unit, number, Which.BARE))
                : date(whole);
    }

    private Optional<StatedDate> monthDay(Symbol.MonthDay day) {
        return yearly(year -> {
            YearMonth month = YearMonth.of(year, day.month());
            return month.isValidDay(day.day()) ? Optional.of(month.atDay(day.day())) : Optional.empty();
        });
    }

    private Optional<StatedDate> yearly(IntFunction<Optional<LocalDate>> day) {
        Optional<LocalDate> past = search(day, reference.getYear(), -1);
        Optional<LocalDate> next = search(day, reference.getYear(), 1);
        if (tense == Tense.FUTURE || past.isEmpty()) {
            return next.map(StatedDate::on);
        }
        if (tense == Tense.PAST || next.isEmpty()) {
            return past.map(StatedDate::on);
        }
        long back = ChronoUnit.DAYS.between(past.get(), reference);
        return Optional.of(StatedDate.on(back <= PAST_DAYS ? past.get() : next.get()));
    }

    /** A 29 February may be eight years away. */
    private Optional<LocalDate> search(IntFunction<Optional<LocalDate>> day, int year, int step) {
        for (int i = 0; i <= LEAP_CYCLE_YEARS; i++) {
            Optional<LocalDate> found = day.apply(year + i * step);
            if (found.isPresent()
                    && (step < 0
                            ? !found.get().isAfter(reference)
                            : !found.get().isBefore(reference))) {
                return found;
            }
        }
        return Optional.empty();
    }

    private LocalDate weekday(DayOfWeek day, Which which) {
        return switch (which) {
            case LAST -> reference.with(TemporalAdjusters.previous(day));
            case NEXT -> reference.with(TemporalAdjusters.next(day));
            case THIS, BARE ->
                tense == Tense.FUTURE || which == Which.THIS && tense == Tense.UNKNOWN
                        ? reference.with(TemporalAdjusters.nextOrSame(day))
                        : reference.with(TemporalAdjusters.previousOrSame(day));
        };
    }

    /** The nearest year, in the direction of the tense, in which the day falls on this weekday. */
    private Optional<StatedDate> weekdayOn(DayOfWeek weekday, Symbol.MonthDay day) {
        Optional<LocalDate> best = Optional.empty();
        for (int year = reference.getYear() - LEAP_CYCLE_YEARS; year <= reference.getYear() + 2; year++) {
            YearMonth month = YearMonth.of(year, day.month());
            if (month.isValidDay(day.day()) && month.atDay(day.day()).getDayOfWeek() == weekday) {
                LocalDate found = month.atDay(day.day());
                if (best.isEmpty() || distance(found) < distance(best.get())) {
                    best = Optional.of(found);
                }
            }
        }
        return best.isPresent() ? best.map(StatedDate::on) : monthDay(day);
    }

    private long distance(LocalDate day) {
        return Math.abs(ChronoUnit.DAYS.between(day, reference));
    }

    private StatedDate nearer(StatedDate a, StatedDate b) {
        return distance(a.from().orElseThrow()) <= distance(b.from().orElseThrow()) ? a : b;
    }

    private StatedDate season(int season, Which which) {
        int month = season * SEASON_MONTHS;
        LocalDate started = reference.withDayOfMonth(1).withMonth(month);
        if (started.isAfter(reference)) {
            started = started.minusYears(1);
        }
        LocalDate over = started.plusMonths(SEASON_MONTHS);
        boolean running = over.isAfter(reference);
        boolean justOver = !running && over.plusDays(SEASON_SLACK_DAYS).isAfter(reference);
        LocalDate meant = switch (which) {
            case LAST -> running ? started.minusYears(1) : started;
            case NEXT -> started.plusYears(1);
            case THIS ->
                running || justOver || started.getYear() == reference.getYear() ? started : started.plusYears(1);
            case BARE -> tense == Tense.FUTURE && !running ? started.plusYears(1) : started;
        };
        return StatedDate.of(meant, meant.plusMonths(SEASON_MONTHS).minusDays(1), Granularity.SEASON);
    }

    private StatedDate section(Unit unit, int number, Which which) {
        LocalDate first = unit.plus(reference.withDayOfYear(1), number - 1);
        LocalDate past = first.isAfter(reference) ? first.minusYears(1) : first;
        boolean running = unit.first(reference).equals(past);
        LocalDate meant = switch (which) {
            case LAST -> running ? past.minusYears(1) : past;
            case NEXT -> past.plusYears(1);
            case THIS -> first;
            case BARE -> tense == Tense.FUTURE && !running ? past.plusYears(1) : past;
        };
        return unit.around(meant);
    }

    private StatedDate firstMonths(int months) {
        LocalDate start = reference.withDayOfYear(1);
        LocalDate end = start.plusMonths(months).minusDays(1);
        boolean far = months > reference.getMonthValue() + 1 && tense != Tense.FUTURE;
        return far ? StatedDate.between(start.minusYears(1), end.minusYears(1)) : StatedDate.between(start, end);
    }

    private StatedDate period(Unit unit, int least, int most) {
        LocalDate base = least == 0 ? atWeekend(unit) : reference;
        StatedDate first = unit.around(unit.plus(base, least));
        return least == most ? first : hull(first, unit.around(unit.plus(base, most)));
    }

    /** A weekend "this" early in a week in the past tense is the one before; on Monday nothing else can be meant. */
    private LocalDate atWeekend(Unit unit) {
        boolean before = unit == Unit.WEEKEND
                && tense == Tense.PAST
                && reference.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        return before ? reference.minusWeeks(1) : reference;
    }

    private StatedDate stretch(Unit unit, int count) {
        LocalDate end = unit.plus(reference, count);
        return count < 0
                ? StatedDate.of(end, reference, Granularity.SPAN)
                : StatedDate.of(reference, end, Granularity.SPAN);
    }

    private Optional<StatedDate> anchored(Unit unit, int shift) {
        boolean told = shift < 0 || shift > 0 && tense == Tense.FUTURE;
        Optional<StatedDate> base = anchor.isEmpty() && told ? Optional.of(StatedDate.on(reference)) : anchor;
        if (base.isEmpty() || base.get().from().isEmpty() || base.get().to().isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = base.get().from().get();
        LocalDate to = base.get().to().get();
        if (unit == Unit.DAY) {
            return Optional.of(StatedDate.between(from.plusDays(shift), to.plusDays(shift)));
        }
        boolean finer = base.get().granularity().compareTo(unit.granularity()) < 0;
        if (finer && base.get().granularity().compareTo(Granularity.WEEK) <= 0 || from.equals(to)) {
            return Optional.of(unit.around(unit.plus(from, shift)));
        }
        LocalDate last = unit.plus(to, shift);
        boolean wholeMonths = to.getDayOfMonth() == to.lengthOfMonth() && unit.compareTo(Unit.MONTH) >= 0;
        LocalDate end = wholeMonths ? YearMonth.from(last).atEndOfMonth() : last;
        return Optional.of(StatedDate.of(unit.plus(from, shift), end, base.get().granularity()));
    }

    private Optional<StatedDate> within(Symbol inner, Symbol outer) {
        Optional<StatedDate> frame = frameOf(inner, outer);
        if (frame.isEmpty() || frame.get().from().isEmpty() || frame.get().to().isEmpty()) {
            return date(inner);
        }
        LocalDate from = frame.get().from().get();
        LocalDate to = frame.get().to().get();
        if (inner instanceof Symbol.Weekday(DayOfWeek day, Which ignored)) {
            LocalDate first = from.with(TemporalAdjusters.nextOrSame(day));
            LocalDate last = to.with(TemporalAdjusters.previousOrSame(day));
            return first.isAfter(last) ? Optional.empty() : Optional.of(StatedDate.of(first, last, Granularity.DAY));
        }
        if (inner instanceof Symbol.Anchored) {
            return resolve(inner, reference, tense, frame);
        }
        Symbol bare = inner instanceof Symbol.Section section
                ? new Symbol.Section(section.unit(), section.number(), Which.THIS)
                : inner;
        return resolve(bare, inner instanceof Symbol.Season ? to : latest(from, to, inner), Tense.PAST, anchor);
    }

    /** "Monday of the following week" is one week ahead if no date was mentioned before. */
    private Optional<StatedDate> frameOf(Symbol inner, Symbol outer) {
        boolean following = outer instanceof Symbol.Anchored && inner instanceof Symbol.Weekday && anchor.isEmpty();
        return following && outer instanceof Symbol.Anchored(Unit unit, int shift)
                ? Optional.of(period(unit, shift, shift))
                : date(outer);
    }

    private static LocalDate latest(LocalDate from, LocalDate to, Symbol inner) {
        return inner instanceof Symbol.Period ? from : to;
    }

    private Optional<StatedDate> between(Symbol first, Symbol last) {
        Optional<StatedDate> end = date(last);
        if (end.isEmpty() || end.get().to().isEmpty()) {
            return Optional.empty();
        }
        LocalDate to = end.get().to().get();
        Optional<StatedDate> start = resolve(first, to, Tense.PAST, anchor);
        if (start.isEmpty()
                || start.get().from().isEmpty()
                || start.get().from().get().isAfter(to)) {
            return end;
        }
        return Optional.of(StatedDate.between(start.get().from().get(), to));
    }
}
