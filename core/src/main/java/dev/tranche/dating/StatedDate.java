package dev.tranche.dating;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date as precisely as it was stated: all days that it may mean, both ends included.
 *
 * @param from first possible day; empty for an open beginning
 * @param to last possible day; empty for an open end
 */
public record StatedDate(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** The date of which nothing is said. */
    public static final StatedDate UNKNOWN = new StatedDate(Optional.empty(), Optional.empty());

    /** Refuses an interval that ends before it starts. */
    public StatedDate {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("a date ends on or after its first day: " + from + " to " + to);
        }
    }

    /** Builds the date of one day. */
    public static StatedDate on(LocalDate day) {
        return between(day, day);
    }

    /** Builds the interval from one day to another. */
    public static StatedDate between(LocalDate from, LocalDate to) {
        return new StatedDate(Optional.of(from), Optional.of(to));
    }

    /** Is nothing known of it? */
    public boolean isUnknown() {
        return from.isEmpty() && to.isEmpty();
    }
}
