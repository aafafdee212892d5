package dev.tranche.view;

import dev.tranche.review.Field;
import java.util.List;
import java.util.Optional;

/**
 * One cell of an entry with what its reports say.
 *
 * @param field the cell
 * @param value the display value
 * @param said each value stated by claims, the most reported first
 * @param decision id of the decision that set it
 */
public record Cell(Field field, Optional<String> value, List<Said> said, Optional<String> decision) {

    /**
     * A value stated by claims.
     *
     * @param value the display value
     * @param claims indices of the claims in the entry's list, in order
     */
    public record Said(String value, List<Integer> claims) {

        /** Copies the list. */
        public Said {
            claims = List.copyOf(claims);
        }
    }

    /** Copies the list. */
    public Cell {
        said = List.copyOf(said);
    }
}
