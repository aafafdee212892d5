package dev.tranche.statement;

import dev.tranche.naming.Party;
import java.util.Optional;

/**
 * Who says something, as far as the report states.
 *
 * @param name name of the person, body or state; empty if unnamed
 * @param description what they are, in the report's words or by their kind; possibly empty
 * @param country code of the state or body that they speak for, where stated
 * @param anonymous does an unnamed person or group speak?
 */
public record Speaker(Optional<String> name, String description, Optional<String> country, boolean anonymous) {

    /** Builds a speaker from a party of the report. */
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

    /** Are the two certainly the same: the same name or, if unnamed, the same description and country? */
    public boolean same(Speaker other) {
        if (name.isPresent() || other.name.isPresent()) {
            return name.equals(other.name);
        }
        return anonymous == other.anonymous
                && country.isPresent()
                && country.equals(other.country)
                && description.equalsIgnoreCase(other.description);
    }

    /** Returns the name, or the description if there is none. */
    public String shown() {
        return name.orElse(description);
    }
}
