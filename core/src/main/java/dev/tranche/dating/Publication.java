package dev.tranche.dating;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a report was published, how that is known, and every clue to it.
 *
 * @param date the days it may be; for an inferred date the narrowest interval that contains 97 % of the likelihood
 * @param basis how the date is known; {@link Basis#UNKNOWN} exactly when the date is unknown
 * @param clues the clues; for an inferred date, the most informative first
 * @param likeliest the likeliest day of an inferred date, the middle one if there are several; empty for any other date
 */
public record Publication(StatedDate date, Basis basis, List<Clue> clues, Optional<LocalDate> likeliest) {

    private static final String RECORD = "record.";

    /** Nothing is known about when the report was published. */
    public static final Publication UNKNOWN = new Publication(StatedDate.UNKNOWN, Basis.UNKNOWN, List.of());

    /** Copies the list and refuses a basis inconsistent with the date. */
    public Publication {
        clues = List.copyOf(clues);
        if (date.isUnknown() != (basis == Basis.UNKNOWN)) {
            throw new IllegalArgumentException("a known date has a basis and an unknown one has none: " + basis);
        }
    }

    /** Builds the date of a report, not inferred. */
    public Publication(StatedDate date, Basis basis, List<Clue> clues) {
        this(date, basis, clues, Optional.empty());
    }

    /** Returns the clue that decided an inferred date: the most informative of those used; empty for any other date. */
    public Optional<Clue> decidedBy() {
        return likeliest.flatMap(day -> clues.stream().filter(Clue::used).max(Comparator.comparingInt(Clue::weight)));
    }

    /**
     * Was the date inferred with the help of the official record, so that it is not evidence for or against
     * what the record says?
     */
    public boolean restsOnRecord() {
        return basis == Basis.INFERRED
                && clues.stream()
                        .anyMatch(clue ->
                                clue.used() && clue.weight() > 0 && clue.rule().startsWith(RECORD));
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
