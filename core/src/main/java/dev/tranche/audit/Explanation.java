package dev.tranche.audit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One entry that would explain a residual; several of one alternative explain it together.
 *
 * @param alternative counts the alternatives of an equation from 1, best first
 * @param entry id of the entry concerned; empty for one that is not in the book
 * @param how what is the matter with it
 * @param amount whole units of the currency, above 0
 * @param words a sentence for people
 */
public record Explanation(int alternative, Optional<String> entry, How how, BigDecimal amount, String words) {

    /** Refuses sums that are not positive. */
    public Explanation {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("an explanation has a sum above 0: " + amount);
        }
    }
}
