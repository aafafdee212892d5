package dev.tranche.item;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A kind of equipment that is requested, planned or supplied.
 *
 * @param name full designation
 * @param category category as in {@code equipment.csv}
 * @param quantity the number, where stated; above 0
 * @param unit what is counted, where stated
 * @param stage stage of the supply
 * @param fact index of the fact of the same report that it belongs to
 * @param date when it was requested, is planned or was supplied; unknown if not stated
 * @param evidence the words
 */
public record Item(
        String name,
        String category,
        OptionalLong quantity,
        Optional<String> unit,
        ItemStage stage,
        OptionalInt fact,
        StatedDate date,
        Evidence evidence) {

    /** Refuses a nameless item and quantities below 1. */
    public Item {
        if (name.isBlank() || quantity.isPresent() && quantity.getAsLong() < 1) {
            throw new IllegalArgumentException("an item needs a name and a quantity above 0: " + name);
        }
    }

    /** Returns the same item with another date. */
    public Item with(StatedDate other) {
        return new Item(name, category, quantity, unit, stage, fact, other, evidence);
    }
}
