package dev.tranche.account;

import java.time.Duration;

/**
 * How fast something may happen.
 *
 * @param atOnce the number allowed in a row, at least 1
 * @param each the time after which one more is allowed
 */
public record Rate(int atOnce, Duration each) {

    /** Refuses a rate that allows nothing. */
    public Rate {
        if (atOnce < 1 || each.toMillis() < 1) {
            throw new IllegalArgumentException("a rate allows at least one, and another after a while");
        }
    }
}
