package dev.tranche.mention;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sum of money, exactly as precise as it was stated.
 *
 * @param value whole units of the currency, above 0; for a range its lower end
 * @param upper the upper end of a range, above {@code value}
 * @param currency ISO 4217 code, three capital letters
 * @param bound how the number bounds the sum
 */
public record StatedAmount(BigDecimal value, Optional<BigDecimal> upper, String currency, Bound bound) {

    /** Refuses sums that are not positive, ranges that do not rise and codes that are not three capitals. */
    public StatedAmount {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a stated amount is above 0, not " + value);
        }
        if (upper.isPresent() && upper.get().compareTo(value) <= 0) {
            throw new IllegalArgumentException("a range must rise: " + value + " to " + upper.get());
        }
        if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("a currency is three capital letters, not " + currency);
        }
        value = plain(value);
        upper = upper.map(StatedAmount::plain);
    }

    /** Builds an amount that is not a range. */
    public static StatedAmount of(BigDecimal value, String currency, Bound bound) {
        return new StatedAmount(value, Optional.empty(), currency, bound);
    }

    /** Copies this amount with another bound. */
    public StatedAmount with(Bound other) {
        return new StatedAmount(value, upper, currency, other);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
