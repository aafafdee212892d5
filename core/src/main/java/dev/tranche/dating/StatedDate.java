package dev.tranche.dating;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A date as precisely as it was stated: all the days it may mean, both ends included.
 *
 * @param from first possible day; empty for an open beginning
 * @param to last possible day; empty for an open end
 * @param granularity the precision of the words
 */
public record StatedDate(Optional<LocalDate> from, Optional<LocalDate> to, Granularity granularity) {

    /** The date about which nothing is stated. */
    public static final StatedDate UNKNOWN = new StatedDate(Optional.empty(), Optional.empty(), Granularity.SPAN);

    private static final int QUARTER_MONTHS = 3;
    private static final int HALF_MONTHS = 6;
    private static final int FIRST_SEASON_CODE = 21;
    private static final int FIRST_QUARTER_CODE = 33;
    private static final int FIRST_HALF_CODE = 40;

    /** Refuses an interval that ends before it starts. */
    public StatedDate {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("a date ends on or after its first day: " + from + " to " + to);
        }
    }

    /** Builds an interval stated in days, or a day if both ends are the same. */
    public StatedDate(Optional<LocalDate> from, Optional<LocalDate> to) {
        this(from, to, from.isPresent() && from.equals(to) ? Granularity.DAY : Granularity.SPAN);
    }

    /** Builds the date of one day. */
    public static StatedDate on(LocalDate day) {
        return between(day, day);
    }

    /** Builds the interval from one day to another, stated in days. */
    public static StatedDate between(LocalDate from, LocalDate to) {
        return of(from, to, from.equals(to) ? Granularity.DAY : Granularity.SPAN);
    }

    /** Builds the interval from one day to another, stated with a granularity. */
    public static StatedDate of(LocalDate from, LocalDate to, Granularity granularity) {
        return new StatedDate(Optional.of(from), Optional.of(to), granularity);
    }

    /** Builds the date of a day and all days after it. */
    public static StatedDate since(LocalDate from) {
        return new StatedDate(Optional.of(from), Optional.empty(), Granularity.SPAN);
    }

    /** Builds the date of a day and all days before it. */
    public static StatedDate until(LocalDate to) {
        return new StatedDate(Optional.empty(), Optional.of(to), Granularity.SPAN);
    }

    /** Is nothing known about it? */
    public boolean isUnknown() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Are both ends known? */
    public boolean isClosed() {
        return from.isPresent() && to.isPresent();
    }

    /** Is the day one of those it may mean? */
    public boolean mayBe(LocalDate day) {
        return from.map(first -> !first.isAfter(day)).orElse(true)
                && to.map(last -> !last.isBefore(day)).orElse(true);
    }

    /** Is it exactly one day? */
    public boolean isOneDay() {
        return from.isPresent() && from.equals(to);
    }

    /**
     * Returns it in the Extended Date/Time Format (ISO 8601-2): {@code 2024-05-14}, {@code 2024-05}, {@code 2024},
     * {@code 2024-21} (spring), {@code 2024-33} (first quarter), {@code 2024-40} (first half), {@code 202X}, an
     * interval {@code 2021-12-21/2021-12-31} or one with an open end {@code 2022-02-24/..}. Weeks and one day of
     * several are intervals; the unknown date is {@code ../..}.
     */
    public String edtf() {
        if (from.isEmpty() || to.isEmpty()) {
            return text(from) + "/" + text(to);
        }
        LocalDate first = from.get();
        LocalDate last = to.get();
        if (first.equals(last)) {
            return first.toString();
        }
        boolean wholeMonths = first.getDayOfMonth() == 1 && last.getDayOfMonth() == last.lengthOfMonth();
        int months = (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
        int month = first.getMonthValue() - 1;
        String year = String.format(Locale.ROOT, "%04d", first.getYear());
        if (wholeMonths && months == 1) {
            return year + "-" + String.format(Locale.ROOT, "%02d", first.getMonthValue());
        }
        if (wholeMonths && granularity == Granularity.QUARTER && months == QUARTER_MONTHS) {
            return year + "-" + (FIRST_QUARTER_CODE + month / QUARTER_MONTHS);
        }
        if (wholeMonths && granularity == Granularity.SEASON && months == QUARTER_MONTHS) {
            return year + "-" + (FIRST_SEASON_CODE + (month + 10) % 12 / QUARTER_MONTHS);
        }
        if (wholeMonths && granularity == Granularity.HALF && months == HALF_MONTHS) {
            return year + "-" + (FIRST_HALF_CODE + month / HALF_MONTHS);
        }
        if (wholeMonths && month == 0 && months == 12) {
            return year;
        }
        if (wholeMonths && month == 0 && months == 120 && first.getYear() % 10 == 0) {
            return year.substring(0, 3) + "X";
        }
        return text(from) + "/" + text(to);
    }

    private static String text(Optional<LocalDate> end) {
        return end.map(LocalDate::toString).orElse("..");
    }
}
