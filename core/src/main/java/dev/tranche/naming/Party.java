package dev.tranche.naming;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An actor in a report, as named by one noun group.
 *
 * @param start index of the group's first token
 * @param end index after its last token
 * @param kind what the group stands for
 * @param person the person, for {@link PartyKind#PERSON}; else null
 * @param name display name: a person's full name, the words for a body or state; empty if unnamed
 * @param description what they are said to be, in the report's words
 * @param key the meaning of their title as in {@code titles.csv}, possibly empty
 * @param country code of the state or body that they belong to, possibly empty
 * @param anonymous is it an unnamed person or group?
 * @param plural are they several?
 */
public record Party(
        int start,
        int end,
        PartyKind kind,
        @Nullable Person person,
        Optional<String> name,
        String description,
        String key,
        String country,
        boolean anonymous,
        boolean plural) {

    /** Refuses an empty group. */
    public Party {
        if (end <= start) {
            throw new IllegalArgumentException("a party needs tokens: " + start + ".." + end);
        }
    }

    /** Copies this party with a country found elsewhere. */
    public Party in(String code) {
        return new Party(start, end, kind, person, name, description, key, code, anonymous, plural);
    }

    /** Copies this party placed at other words. */
    public Party at(int from, int to) {
        return new Party(from, to, kind, person, name, description, key, country, anonymous, plural);
    }

    /** Copies this party with other descriptive words. */
    public Party described(String words) {
        return new Party(start, end, kind, person, name, words, key, country, anonymous, plural);
    }

    /** Are the two the same, as far as their words show? */
    public boolean same(Party other) {
        if (person != null || other.person != null) {
            return person == other.person;
        }
        return country.equals(other.country)
                && key.equals(other.key)
                && name.equals(other.name)
                && (name.isPresent() || description.equalsIgnoreCase(other.description));
    }
}
