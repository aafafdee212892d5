package dev.tranche.encounter;

import java.util.Optional;

/**
 * The place of an encounter in a counted row: the fourth visit since the start of something.
 *
 * @param n its number, above 0
 * @param since from when the row is counted, in the ISO precision of the words: a day, a month or a year
 */
public record Ordinal(int n, Optional<String> since) {

    /** Refuses numbers below 1. */
    public Ordinal {
        if (n < 1) {
            throw new IllegalArgumentException("an ordinal is above 0: " + n);
        }
    }
}
