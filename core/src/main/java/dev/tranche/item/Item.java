package dev.tranche.item;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.Evidence;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A kind of equipment that is asked for, planned or supplied.
 *
 * @param name full designation
 * @param category class as in {@code equipment.csv}
 * @param quantity how many, where told; above 0
 * @param unit what is counted, where told
 * @param stage how far the supply has come
 * @param fact index of the fact of the same report that it belongs to
 * @param date when it was asked for, is planned or was supplied; unknown when nothing tells
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
