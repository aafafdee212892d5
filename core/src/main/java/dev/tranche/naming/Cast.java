package dev.tranche.naming;

import dev.tranche.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All actors of one report: its persons, and every noun group that names or describes a party.
 *
 * <p>Groups do not overlap and are in text order.
 */
public final class Cast {

    private final Tokens tokens;
    private final List<Person> persons;
    private final List<Party> parties;
    private final @Nullable Party[] partyAt;

    Cast(Tokens tokens, List<Person> persons, List<Party> parties) {
        this.tokens = tokens;
        this.persons = List.copyOf(persons);
        this.parties = List.copyOf(parties);
        this.partyAt = new Party[tokens.size()];
        for (Party party : parties) {
            for (int token = party.start(); token < party.end(); token++) {
                partyAt[token] = party;
            }
        }
    }

    /** Returns the persons in the order in which they were first named in full. */
    public List<Person> persons() {
        return persons;
    }

    /** Returns the first person of this surname in any spelling, or null. */
    public @Nullable Person bySurname(CharSequence surname) {
        String key = NameKey.of(surname);
        for (Person person : persons) {
            if (person.surnameKey().equals(key)) {
                return person;
            }
        }
        return null;
    }

    /** Does the group open with "a", "another", "some" or the like, so that it introduces somebody new? */
    public boolean isIndefinite(Party party) {
        return Grammar.INDEFINITE.at(tokens, party.start());
    }

    /** Returns all groups from left to right. */
    public List<Party> parties() {
        return parties;
    }

    /** Returns the group that covers the token, or null. */
    public @Nullable Party at(int token) {
        return token >= 0 && token < partyAt.length ? partyAt[token] : null;
    }

    /** Returns the last group that ends at or before the first token and starts at or after the second, or null. */
    public @Nullable Party lastBefore(int token, int from) {
        for (int at = Math.min(token, partyAt.length) - 1; at >= from; at--) {
            Party party = partyAt[at];
            if (party != null && party.end() <= token) {
                return party.start() >= from ? party : null;
            }
        }
        return null;
    }

    /** Returns the first group that starts at or after the token and before the limit, or null. */
    public @Nullable Party firstFrom(int token, int limit) {
        for (int at = Math.max(0, token); at < limit && at < partyAt.length; at++) {
            Party party = partyAt[at];
            if (party != null && party.start() >= token) {
                return party;
            }
        }
        return null;
    }
}
