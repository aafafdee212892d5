package dev.tranche.audit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One entry that would explain a residual; several with one alternative explain it together.
 *
 * @param alternative number of the alternative within the equation, from 1, best first
 * @param entry id of the entry concerned; empty for one that is not in the book
 * @param how how it explains the residual
 * @param amount whole units of the currency, above 0
 * @param words the explanation in words
 */
public record Explanation(int alternative, Optional<String> entry, How how, BigDecimal amount, String words) {

    /** Refuses sums that are not positive. */
    public Explanation {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("an explanation has a sum above 0: " + amount);
        }
    }
}
