package dev.tranche.export;

import dev.tranche.view.Sums;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an export contains and how it was made.
 *
 * @param version version of the program
 * @param head number of the last entry of the journal included
 * @param made when it was made, by the clock of the caller
 * @param filters the filters applied, one sentence each; empty for everything
 * @param counts the number of each kind, by the names of the tables, in order
 * @param counted number of entries in the sums
 * @param sums the sums that the page shows for the same filters, by currency
 * @param licence the terms of use, as text
 * @param publisher the publisher
 */
public record Cover(
        String version,
        long head,
        Instant made,
        List<String> filters,
        Map<String, Long> counts,
        long counted,
        Sums sums,
        String licence,
        Publisher publisher) {

    /** The default terms of use. */
    public static final String USUAL_LICENCE =
            "The facts may be used freely. Quotations belong to the outlets named beside them and are cited as"
                    + " evidence.";

    /** Copies the list and the map. */
    public Cover {
        filters = List.copyOf(filters);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /**
     * The publisher of an export.
     *
     * @param ref the publisher's organisation identifier, such as {@code XM-DAC-7}; letters, digits and hyphens
     * @param name the display name
     */
    public record Publisher(String ref, String name) {

        /** Placeholder for a publisher that has not registered; registered ones give their own identifier. */
        public static final Publisher UNREGISTERED = new Publisher("ZZ-UNREGISTERED", "A book kept with Tranche");

        /** Refuses invalid identifiers. */
        public Publisher {
            if (!ref.matches("[A-Za-z]{2}-[A-Za-z0-9.-]{1,60}")) {
                throw new IllegalArgumentException(
                        "an organisation identifier is a list code, a hyphen and a number, such as GB-COH-09506232,"
                                + " not '"
                                + ref + "'");
            }
            if (name.isBlank() || name.length() > 200) {
                throw new IllegalArgumentException("a publisher has a name of 1 to 200 characters");
            }
        }
    }
}
