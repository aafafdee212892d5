package dev.tranche.encounter;

import dev.tranche.naming.Party;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One side of an encounter.
 *
 * @param name name of the person, body or state; empty if unnamed
 * @param office office or description in the report's words, possibly empty
 * @param country code of the state or body that they belong to, where stated
 */
public record Participant(Optional<String> name, String office, Optional<String> country) {

    private static final Set<String> PRESS = Set.of("reporters", "journalists", "correspondents", "media", "press");

    /** Refuses a participant about whom nothing is stated. */
    public Participant {
        if (name.isEmpty() && office.isEmpty()) {
            throw new IllegalArgumentException("a participant needs a name or an office");
        }
    }

    /** Builds a participant from a party of the report. */
    public static Participant of(Party party) {
        boolean nameless = party.name().isEmpty() && party.description().isEmpty();
        return new Participant(
                nameless ? Optional.of("unknown") : party.name(),
                party.description(),
                Optional.of(party.country()).filter(code -> !code.isEmpty()));
    }

    /** Returns the name, or the office if unnamed. */
    public String shown() {
        return name.orElse(office);
    }

    /** Is it the press: reporters or media without a name? */
    public boolean isPress() {
        String last = office.substring(office.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return name.isEmpty() && PRESS.contains(last);
    }

    /** May the two be the same, as far as stated? */
    public boolean mayBe(Participant other) {
        if (name.isPresent() && other.name.isPresent()) {
            return name.equals(other.name);
        }
        if (isSeveral() != other.isSeveral()) {
            return false;
        }
        return country.equals(other.country) && country.isPresent();
    }

    /** Are they several unnamed people, judging by their description? */
    private boolean isSeveral() {
        return name.isEmpty() && office.endsWith("s");
    }
}
