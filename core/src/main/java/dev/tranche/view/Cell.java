package dev.tranche.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One cell of an entry with what its reports say.
 *
 * @param field which cell
 * @param value the value shown, for people
 * @param said each value that claims tell, the most told first
 */
public record Cell(Field field, Optional<String> value, List<Said> said) {

    /** The cells of an entry. */
    public enum Field {
        /** The sum. */
        AMOUNT,
        /** Who gives. */
        DONOR,
        /** Who receives. */
        RECIPIENT,
        /** Kind of assistance. */
        TYPE,
        /** How far it has come. */
        STAGE,
        /** The authority. */
        AUTHORITY,
        /** The days. */
        DATE,
        /** Its place in a counted row. */
        ORDINAL,
        /** The package that it is a part of. */
        PARENT;

        /** Returns the word used in answers: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
