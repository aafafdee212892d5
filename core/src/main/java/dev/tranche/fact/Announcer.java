package dev.tranche.fact;

import java.util.Optional;

/**
 * Who made a sum public, as the report names them.
 *
 * @param name name of the person, body or state; the words that describe a person without a name
 * @param office what they are, in the report's words; possibly empty
 * @param country code of the state or body that they belong to, where the report tells
 */
public record Announcer(String name, String office, Optional<String> country) {

    /** Refuses somebody without any words. */
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
