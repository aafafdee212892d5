package dev.tranche.fact;

import java.util.Optional;

/**
 * The person or body that made a sum public, as named in the report.
 *
 * @param name name of the person, body or state; or the words that describe an unnamed person
 * @param office what they are, in the report's words; possibly empty
 * @param country code of the state or body they belong to, where the report states it
 */
public record Announcer(String name, String office, Optional<String> country) {

    /** Refuses an empty name. */
    public Announcer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an announcer has a name or a description");
        }
    }

    /** Returns the office before the name, as a reader would write it. */
    public String shown() {
        return office.isEmpty() || office.equals(name) ? name : name + ", " + office;
    }
}
