package dev.tranche.text;

import java.util.Optional;

/**
 * Whose later word on a report counts: an agency may withdraw and correct only what came in from the same origin.
 *
 * @param origin the feed that it was fetched from, or the agency of an item in a file; empty for a report on which no
 *     agency has a later word
 * @param version the version that the agency states, larger for later ones; 0 where it states none
 */
public record Delivery(Optional<String> origin, long version) {

    /** Nobody has a later word. */
    public static final Delivery NONE = new Delivery(Optional.empty(), 0);

    /** Refuses a blank origin and a negative version. */
    public Delivery {
        if (origin.filter(String::isBlank).isPresent() || version < 0) {
            throw new IllegalArgumentException("a delivery has a named origin and a version from 0: " + origin);
        }
    }
}
