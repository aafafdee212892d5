package dev.tranche.encounter;

import java.util.Optional;

/**
 * The number of an encounter in a series: the fourth visit since the start of something.
 *
 * @param n its number, above 0
 * @param since the start of the count, in the ISO precision of the words: a day, a month or a year
 */
public record Ordinal(int n, Optional<String> since) {

    /** Refuses numbers below 1. */
    public Ordinal {
        if (n < 1) {
            throw new IllegalArgumentException("an ordinal is above 0: " + n);
        }
    }
}
