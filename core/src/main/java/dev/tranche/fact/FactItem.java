package dev.tranche.fact;

import java.util.OptionalInt;

/**
 * Equipment that a sum is said to include.
 *
 * @param name full designation
 * @param category category in the lexicon
 * @param quantity how many, where stated; above 0
 */
public record FactItem(String name, String category, OptionalInt quantity) {

    /** Refuses quantities below 1. */
    public FactItem {
        if (quantity.isPresent() && quantity.getAsInt() < 1) {
            throw new IllegalArgumentException("a quantity is above 0: " + quantity.getAsInt());
        }
    }
}
