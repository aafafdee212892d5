package dev.tranche.encounter;

import dev.tranche.lexicon.Gazetteer;
import java.util.Optional;

/**
 * Where an encounter takes place.
 *
 * @param name the place in the report's words
 * @param country code of the state it lies in, where known
 */
public record Place(String name, Optional<String> country) {

    /** Refuses a place without a name. */
    public Place {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a place needs a name");
        }
    }

    /** Returns its position on the map: its town, else the seat of its state; empty if neither is known. */
    public Optional<Gazetteer.Spot> spot() {
        return Gazetteer.standard().find(name, country);
    }

    /**
     * May the two be one place: is one the state that contains the other, do they share a name, or does one not state
     * its town?
     */
    public boolean mayBe(Place other) {
        if (name.equalsIgnoreCase(other.name)) {
            return true;
        }
        if (country.isPresent() && other.country.isPresent() && !country.equals(other.country)) {
            return false;
        }
        Optional<Gazetteer.Spot> mine = spot();
        Optional<Gazetteer.Spot> theirs = other.spot();
        boolean towns = mine.isPresent()
                && theirs.isPresent()
                && mine.get().isExact()
                && theirs.get().isExact();
        if (towns) {
            return mine.equals(theirs);
        }
        boolean known = country.isPresent() && other.country.isPresent();
        return known && (isWhole(mine) || other.isWhole(theirs));
    }

    /** Is it a whole state, or its capital under another name? */
    private boolean isWhole(Optional<Gazetteer.Spot> spot) {
        boolean seat =
                spot.isPresent() && spot.get().isExact() && spot.get().town().isSeat();
        return Gazetteer.standard().isState(name) || seat || name.endsWith("capital") || name.endsWith("city");
    }
}
