package dev.tranche.statement;

import dev.tranche.naming.Party;
import java.util.Optional;

/**
 * Who says something, as well as the report tells.
 *
 * @param name name of the person, body or state; empty for the nameless
 * @param description what they are, in the report's words or by their kind; possibly empty
 * @param country code of the state or body that they speak for, where told
 * @param anonymous does a person or several speak without a name?
 */
public record Speaker(Optional<String> name, String description, Optional<String> country, boolean anonymous) {

    /** Builds the speaker that a party of the report is. */
    public static Speaker of(Party party) {
        return new Speaker(
                party.name(),
                party.description(),
                Optional.of(party.country()).filter(code -> !code.isEmpty()),
                party.anonymous());
    }

    /** Do the two certainly speak for different parties: for two states or bodies, else under two names? */
    public boolean differs(Speaker other) {
        if (country.isPresent() && other.country.isPresent()) {
            return !country.equals(other.country);
        }
        return !anonymous && !other.anonymous && !shown().equalsIgnoreCase(other.shown());
    }

    /** Are the two certainly one: one name, or for the nameless one description and one country? */
    public boolean same(Speaker other) {
        if (name.isPresent() || other.name.isPresent()) {
            return name.equals(other.name);
        }
        return anonymous == other.anonymous
                && country.isPresent()
                && country.equals(other.country)
                && description.equalsIgnoreCase(other.description);
    }

    /** Returns the name, or what they are when they have none. */
    public String shown() {
        return name.orElse(description);
    }
}
