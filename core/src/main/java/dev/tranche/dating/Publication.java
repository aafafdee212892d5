package dev.tranche.dating;

import java.util.List;
import java.util.Locale;

/**
 * When a report was published, how that is known, and every clue to it.
 *
 * @param date all days that it may be
 * @param basis how the date is known; {@link Basis#UNKNOWN} exactly when the date is unknown
 * @param clues the clues in the order in which they were weighed
 */
public record Publication(StatedDate date, Basis basis, List<Clue> clues) {

    /** Nothing is known of when the report was published. */
    public static final Publication UNKNOWN = new Publication(StatedDate.UNKNOWN, Basis.UNKNOWN, List.of());

    /** Copies the list and refuses a basis that does not fit the date. */
    public Publication {
        clues = List.copyOf(clues);
        if (date.isUnknown() != (basis == Basis.UNKNOWN)) {
            throw new IllegalArgumentException("a known date has a basis and an unknown one has none: " + basis);
        }
    }

    /** How a publication date is known. */
    public enum Basis {
        /** By the metadata of the report. */
        METADATA,
        /** By the markup of the page or file that held the report. */
        MARKUP,
        /** By a date line in the report's own words. */
        STATED,
        /** By clues in the words. */
        INFERRED,
        /** Not at all. */
        UNKNOWN;

        /** Returns the word used in JSON: lower case. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
