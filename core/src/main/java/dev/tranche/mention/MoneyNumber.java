package dev.tranche.mention;

import dev.tranche.mention.MoneyMarks.Mark;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number with the money marks beside it, if any: a sum, or part of one.
 *
 * @param quantity the number, scaled
 * @param before the mark before it
 * @param after the mark after it
 * @param start index of the first token, the mark before included
 * @param end index after the last token, the mark after included
 */
record MoneyNumber(
        Quantity quantity, @Nullable Mark before, @Nullable Mark after, int start, int end) {

    /** Returns the currency that a mark beside it states; null if there is none. */
    @Nullable
    String currency() {
        return before != null ? before.currency() : after != null ? after.currency() : null;
    }

    BigDecimal value() {
        return quantity.value();
    }

    boolean isScaled() {
        return quantity.scale().isPresent();
    }

    MoneyNumber scaled(Optional<BigDecimal> by) {
        return by.map(scale -> new MoneyNumber(quantity.scaled(scale), before, after, start, end))
                .orElse(this);
    }
}
