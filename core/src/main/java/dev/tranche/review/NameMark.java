package dev.tranche.review;

import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import java.util.Optional;

/**
 * Names a person, body or place as reports write it.
 *
 * @param kind what it names
 * @param id the id that reports give the name: it follows from the spelling, or is a code
 * @param name the name as shown
 * @param country code of the state or body that it belongs to; a name of another country is not meant. Empty means any
 */
public record NameMark(NameKind kind, String id, String name, Optional<String> country) {

    private static final int LONGEST = 200;

    /** Refuses empty and overlong names and ids, and what cannot be a code. */
    public NameMark {
        if (id.isBlank() || id.length() > LONGEST || name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a name and its id have 1 to " + LONGEST + " characters");
        }
        country.ifPresent(Limits::code);
    }

    /** Does it mean a name of a report? */
    public boolean means(Name other) {
        return kind == other.kind()
                && id.equals(other.id())
                && (country.isEmpty() || other.country().isEmpty() || country.equals(other.country()));
    }
}
