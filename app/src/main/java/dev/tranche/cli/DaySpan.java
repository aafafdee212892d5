package dev.tranche.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A day, a month or a year as given in an option.
 *
 * @param first its first day
 * @param last its last day
 */
record DaySpan(LocalDate first, LocalDate last) {

    /** Reads {@code 2024-05-01}, {@code 2024-05} or {@code 2024}. */
    static final class Converter implements ITypeConverter<DaySpan> {
        @Override
        public DaySpan convert(String text) {
            try {
                return switch (text.length()) {
                    case 4 ->
                        new DaySpan(
                                Year.parse(text).atDay(1),
                                Year.parse(text).atMonth(12).atEndOfMonth());
                    case 7 ->
                        new DaySpan(
                                YearMonth.parse(text).atDay(1),
                                YearMonth.parse(text).atEndOfMonth());
                    default -> new DaySpan(LocalDate.parse(text), LocalDate.parse(text));
                };
            } catch (DateTimeException wrong) {
                throw new TypeConversionException(
                        "'" + text + "' is not a day, month or year; write 2024-05-01, 2024-05 or 2024.");
            }
        }
    }
}
