package dev.tranche.view;

import dev.tranche.ledger.Commitment;
import dev.tranche.resolve.Rates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sum of an entry in its own or another currency.
 *
 * @param amount in whole units of the currency, unless it is the entry's own
 * @param currency ISO 4217
 * @param rates the rates used, as text; none if nothing was converted
 */
public record Converted(BigDecimal amount, String currency, List<String> rates) {

    /** Copies the list. */
    public Converted {
        rates = List.copyOf(rates);
    }

    /** Converts the sum of an entry at the average rates of the year of its day; empty without a day or a rate. */
    public static Optional<Converted> of(Commitment entry, String into) {
        String own = entry.amount().currency();
        if (into.equals(own)) {
            return Optional.of(new Converted(entry.amount().value(), own, List.of()));
        }
        Optional<LocalDate> day = LedgerSort.day(entry);
        Optional<Rates.Rate> from = day.flatMap(at -> Rates.shipped().find(own, at.getYear()));
        Optional<Rates.Rate> to = day.flatMap(at -> Rates.shipped().find(into, at.getYear()));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        List<String> rates = new ArrayList<>();
        if (!own.equals("USD")) {
            rates.add(from.get().toString());
        }
        if (!into.equals("USD")) {
            rates.add(to.get().toString());
        }
        BigDecimal amount = entry.amount()
                .value()
                .multiply(from.get().dollars())
                .divide(to.get().dollars(), 0, RoundingMode.HALF_UP);
        return Optional.of(new Converted(amount, into, rates));
    }
}
