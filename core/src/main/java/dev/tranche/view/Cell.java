package dev.tranche.view;

import dev.tranche.review.Field;
import java.util.List;
import java.util.Optional;

/**
 * One cell of an entry with what its reports say.
 *
 * @param field which cell
 * @param value the value shown, for people
 * @param said each value that claims tell, the most told first
 * @param decision id of the decision that set it
 */
public record Cell(Field field, Optional<String> value, List<Said> said, Optional<String> decision) {

    /**
     * A value that claims tell.
     *
     * @param value for people
     * @param claims places of the claims in the entry's list, in order
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
