package dev.tranche.encounter;

import java.util.Optional;

/**
 * Where an encounter takes place.
 *
 * @param name the place in the report's words
 * @param country code of the state that it lies in, where known
 */
public record Place(String name, Optional<String> country) {

    /** Refuses a place without a name. */
    public Place {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a place needs a name");
        }
    }

    /** May the two be one place: is one the other's state, or have they one name? */
    public boolean mayBe(Place other) {
        if (country.isPresent() && other.country.isPresent()) {
            return country.equals(other.country);
        }
        return name.equalsIgnoreCase(other.name);
    }
}
