package dev.tranche.record;

import dev.tranche.mention.Bound;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A stated running total; a check on rows, never money.
 *
 * @param date the day for which it was stated
 * @param amount whole units of the currency, above 0
 * @param currency ISO 4217 code
 * @param unit the step of the last digit that was stated, at most 100 million: the most that rounding may account for
 * @param bound how the number bounds the total
 * @param since its base in ISO precision; empty when the words do not give one or mean another scope
 * @param authority the one authority that it counts; empty for all
 * @param count the ordinal up to which it counts, where it was stated for "n drawdowns"
 * @param announcer who stated it
 * @param sound was it stated by the donor, without a remark against it? Only then do steps of the audit start or end at
 *     it
 * @param evidence where the words are found: an address or a report with its quote
 * @param donor code of the donor
 * @param recipient code of the recipient
 */
public record StatedTotal(
        LocalDate date,
        BigDecimal amount,
        String currency,
        BigDecimal unit,
        Bound bound,
        Optional<String> since,
        Optional<String> authority,
        OptionalInt count,
        String announcer,
        boolean sound,
        String evidence,
        String donor,
        String recipient) {

    /** The largest rounding step allowed: 100 million, the last digit of totals stated as 15.2 billion. */
    public static final BigDecimal COARSEST_UNIT = BigDecimal.valueOf(100_000_000);

    /** Refuses totals that are not positive. */
    public StatedTotal {
        if (amount.signum() <= 0 || unit.signum() <= 0) {
            throw new IllegalArgumentException("a total and its unit are above 0: " + amount + " " + unit);
        }
    }

    /** Returns the step of the last digit that is not 0, at most {@link #COARSEST_UNIT}. */
    public static BigDecimal unitOf(BigDecimal amount) {
        return BigDecimal.ONE
                .scaleByPowerOfTen(-amount.stripTrailingZeros().scale())
                .min(COARSEST_UNIT);
    }
}
