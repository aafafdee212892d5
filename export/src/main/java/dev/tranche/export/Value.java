package dev.tranche.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** The content of one cell of a table. */
public sealed interface Value {

    /** The cell is empty. */
    Value NOTHING = new Nothing();

    /** An empty cell. */
    record Nothing() implements Value {}

    /**
     * Words or codes.
     *
     * @param text never empty
     */
    record Text(String text) implements Value {}

    /**
     * A sum or a count.
     *
     * @param number in whole units
     */
    record Amount(BigDecimal number) implements Value {}

    /**
     * A day.
     *
     * @param day by the calendar
     */
    record Day(LocalDate day) implements Value {}

    /**
     * Yes or no.
     *
     * @param is yes?
     */
    record Truth(boolean is) implements Value {}

    /** Returns the cell of words; empty ones make an empty cell. */
    static Value of(String text) {
        return text.isEmpty() ? NOTHING : new Text(text);
    }

    /** Returns the cell of words that may be missing. */
    static Value of(Optional<String> text) {
        return text.map(Value::of).orElse(NOTHING);
    }

    /** Returns the cell of a number. */
    static Value of(BigDecimal number) {
        return new Amount(number);
    }

    /** Returns the cell of a count. */
    static Value of(long count) {
        return new Amount(BigDecimal.valueOf(count));
    }

    /** Returns the cell of a count that may be missing. */
    static Value of(OptionalInt count) {
        return count.isPresent() ? of(count.getAsInt()) : NOTHING;
    }

    /** Returns the cell of a number that may be missing. */
    static Value ofNumber(Optional<BigDecimal> number) {
        return number.map(Value::of).orElse(NOTHING);
    }

    /** Returns the cell of a day that may be missing. */
    static Value ofDay(Optional<LocalDate> day) {
        return day.<Value>map(Day::new).orElse(NOTHING);
    }

    /** Returns the cell of an answer. */
    static Value of(boolean is) {
        return new Truth(is);
    }
}
