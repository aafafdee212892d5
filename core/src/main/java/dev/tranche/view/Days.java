package dev.tranche.view;

import dev.tranche.dating.StatedDate;
import java.time.LocalDate;
import java.util.Optional;

/** Decides whether a date may be within a requested range. */
final class Days {

    private Days() {}

    /**
     * May the date be on or after the one day and on or before the other? Unknown dates never are, if a day is given.
     */
    static boolean meet(StatedDate date, Optional<LocalDate> from, Optional<LocalDate> to) {
        Optional<LocalDate> first = date.from().or(date::to);
        Optional<LocalDate> last = date.to().or(date::from);
        boolean begins =
                from.isEmpty() || last.filter(day -> !day.isBefore(from.get())).isPresent();
        boolean ends =
                to.isEmpty() || first.filter(day -> !day.isAfter(to.get())).isPresent();
        return begins && ends;
    }
}
