package dev.tranche.statement;

import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.naming.Person;
import dev.tranche.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was spoken of last, so that "he", "the official" and "the ministry" find whom they mean; fed from left to
 * right.
 */
public final class Discourse {

    private final Cast cast;
    private final Map<String, Party> lastByKey = new HashMap<>();
    private final Map<String, Party> lastSpeakerByKey = new HashMap<>();
    private final Map<Long, Party> lastBodyByNoun = new HashMap<>();
    private final List<Party> subjects = new ArrayList<>();
    private @Nullable Party lastSpeaker;
    private @Nullable Party lastGroup;
    private int next;

    /** Starts before the first sentence. */
    public Discourse(Cast cast) {
        this.cast = cast;
    }

    /** Remembers all parties that stand before the token. */
    public void readTo(int token) {
        List<Party> parties = cast.parties();
        while (next < parties.size() && parties.get(next).start() < token) {
            Party party = parties.get(next++);
            remember(party);
        }
    }

    private void remember(Party party) {
        if (party.kind() == PartyKind.ROLE && party.anonymous() && !isBare(party)) {
            lastByKey.put(party.key(), party);
        }
        if (party.kind() == PartyKind.BODY && !party.country().isEmpty()) {
            String name = party.name().orElse("");
            lastBodyByNoun.put(Folding.hash(name.substring(name.lastIndexOf(' ') + 1)), party);
        }
        if (party.plural() || party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY) {
            lastGroup = party.kind() == PartyKind.PRONOUN ? lastGroup : party;
        }
    }

    private static boolean isBare(Party party) {
        return party.country().isEmpty() && party.description().indexOf(' ') < 0;
    }

    /** Remembers somebody as the subject of a clause, whom a later pronoun means. */
    public void subject(Party party) {
        if (party.kind() == PartyKind.PERSON) {
            subjects.add(party);
        }
        if (party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY) {
            lastGroup = party;
        }
    }

    /** Remembers who spoke last. */
    public void spoke(Party party) {
        lastSpeaker = party;
        if (party.kind() == PartyKind.ROLE && party.anonymous() && !isBare(party)) {
            lastSpeakerByKey.put(party.key(), party);
        }
        subject(party);
    }

    /** Returns who spoke last, or null. */
    public @Nullable Party lastSpeaker() {
        return lastSpeaker;
    }

    /** Returns whom a party means: itself, or for a pronoun or a short description the one named before. */
    public Party resolve(Party party) {
        return switch (party.kind()) {
            case PRONOUN -> pronoun(party);
            case TEXT -> lastSpeaker == null ? party : lastSpeaker.at(party.start(), party.end());
            case ROLE -> role(party);
            case BODY -> body(party);
            case PERSON, STATE -> party;
        };
    }

    private Party pronoun(Party party) {
        String word = party.description().split(" ", 2)[0];
        if (word.equalsIgnoreCase("they") || word.equalsIgnoreCase("it")) {
            return lastGroup == null ? party : lastGroup.at(party.start(), party.end());
        }
        boolean she = word.equalsIgnoreCase("she");
        Party fallback = null;
        for (int i = subjects.size() - 1; i >= 0 && i >= subjects.size() - 8; i--) {
            Party subject = subjects.get(i);
            Person person = subject.person();
            if (person != null && person.isWoman() == she) {
                return subject.at(party.start(), party.end()).described(shown(party, subject));
            }
            fallback = fallback == null ? subject : fallback;
        }
        boolean anonymousSpoke = lastSpeaker != null && lastSpeaker.kind() == PartyKind.ROLE && fallback == null;
        Party found = anonymousSpoke ? lastSpeaker : fallback;
        return found == null ? party : found.at(party.start(), party.end());
    }

    /** "He and other officials" keeps its words. */
    private static String shown(Party party, Party subject) {
        return party.description().indexOf(' ') > 0 ? party.description() : subject.description();
    }

    private Party role(Party party) {
        Party before = lastSpeakerByKey.getOrDefault(party.key(), lastByKey.get(party.key()));
        if (before == null || !party.anonymous() || !party.country().isEmpty() || before.equals(party)) {
            return party;
        }
        if (party.plural()) {
            return party.in(before.country());
        }
        boolean same = before.plural() == party.plural() && party.description().indexOf(' ') < 0;
        return same ? before.at(party.start(), party.end()) : party.in(before.country());
    }

    private Party body(Party party) {
        if (!party.country().isEmpty()) {
            return party;
        }
        String name = party.name().orElse("");
        Party before = lastBodyByNoun.get(Folding.hash(name.substring(name.lastIndexOf(' ') + 1)));
        return before == null ? party : before.at(party.start(), party.end());
    }
}
