package dev.tranche.resolve;

import dev.tranche.lexicon.Lexicon;
import dev.tranche.lexicon.LexiconFile;
import dev.tranche.mention.StatedAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Yearly average rates of currencies to the US dollar, to compare sums; they are never used to add sums
 * unless requested.
 */
public final class Rates {

    /** Sums in two currencies may mean one sum if they are no further apart; a day's rate differs from the year's. */
    private static final BigDecimal APART = new BigDecimal("0.06");

    private static final Rates SHIPPED = load();

    private final Map<String, Rate> rates;

    private Rates(Map<String, Rate> rates) {
        this.rates = Map.copyOf(rates);
    }

    /**
     * The rate of a currency in a year.
     *
     * @param currency ISO 4217 code
     * @param year calendar year of which it is the average
     * @param dollars US dollars for one unit
     * @param source who published it
     */
    public record Rate(String currency, int year, BigDecimal dollars, String source) {

        @Override
        public String toString() {
            return "1 " + currency + " = " + dollars.toPlainString() + " USD, average of " + year + " (" + source + ")";
        }
    }

    /** Returns the rates that ship. */
    public static Rates shipped() {
        return SHIPPED;
    }

    private static Rates load() {
        Map<String, Rate> rates = new HashMap<>();
        for (LexiconFile.Row row : Lexicon.shipped("exchange_rates.csv").rows()) {
            Rate rate = new Rate(
                    row.field("currency"),
                    Integer.parseInt(row.field("year")),
                    new BigDecimal(row.field("usd_per_unit")),
                    row.field("source"));
            rates.put(rate.currency() + rate.year(), rate);
        }
        return new Rates(rates);
    }

    /** Returns the rate of a currency in a year; the dollar's is 1. */
    public Optional<Rate> find(String currency, int year) {
        if (currency.equals("USD")) {
            return Optional.of(new Rate("USD", year, BigDecimal.ONE, "by definition"));
        }
        return Optional.ofNullable(rates.get(currency + year));
    }

    /** Returns the approximate value of a sum in dollars in a year; empty without a rate. */
    public Optional<BigDecimal> toDollars(StatedAmount amount, int year) {
        return find(amount.currency(), year).map(rate -> amount.value().multiply(rate.dollars()));
    }

    /** Can two sums in different currencies mean the same sum, at the rates of a year? */
    public boolean agree(StatedAmount one, StatedAmount two, int year) {
        Optional<BigDecimal> a = toDollars(one, year);
        Optional<BigDecimal> b = toDollars(two, year);
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        BigDecimal large = a.get().max(b.get());
        BigDecimal apart = a.get().subtract(b.get()).abs().divide(large, 6, RoundingMode.HALF_UP);
        return apart.compareTo(APART) <= 0;
    }
}
