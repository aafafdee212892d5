package dev.tranche.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the days of requests. */
final class Day {

    /** Longer texts have a year with a sign, which may be so large that no day can be added to it. */
    private static final int LENGTH = "2024-05-14".length();

    private Day() {}

    /** Returns the day of a text such as {@code 2024-05-14}, in a year from 1 to 9999; empty for any other text. */
    static Optional<LocalDate> find(String text) {
        try {
            return Optional.of(text)
                    .filter(one -> one.length() == LENGTH)
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() > 0);
        } catch (DateTimeParseException broken) {
            return Optional.empty();
        }
    }
}
