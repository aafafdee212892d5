package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The approximate value of a sum in dollars; for sorting, never for sums shown without saying so. */
final class Worth {

    /** Undated sums are converted at the rates of this year. */
    private static final int USUAL_YEAR = 2023;

    /** A rate is looked up within this many years. */
    private static final int YEARS = 12;

    private Worth() {}

    /** Returns the dollars of an entry; its bare figure if no rate is known. */
    static BigDecimal of(Commitment entry) {
        return of(entry.amount(), LedgerSort.day(entry));
    }

    static BigDecimal of(StatedAmount amount, Optional<LocalDate> day) {
        return rate(amount.currency(), day)
                .map(rate -> amount.value().multiply(rate.dollars()))
                .orElse(amount.value());
    }

    /** Returns the rate of the year, else of the nearest year that has one. */
    static Optional<Rates.Rate> rate(String currency, Optional<LocalDate> day) {
        int year = day.map(LocalDate::getYear).orElse(USUAL_YEAR);
        for (int apart = 0; apart <= YEARS; apart++) {
            Optional<Rates.Rate> rate = Rates.shipped().find(currency, year - apart);
            if (rate.isEmpty()) {
                rate = Rates.shipped().find(currency, year + apart);
            }
            if (rate.isPresent()) {
                return rate;
            }
        }
        return Optional.empty();
    }
}
