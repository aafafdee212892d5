package dev.tranche.statement;

import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.naming.Person;
import dev.tranche.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last parties mentioned, by which "he", "the official" and "the ministry" are resolved; fed from left to
 * right.
 */
public final class Discourse {

    private static final int MOST_BACK = 8;
    private static final int SURE_BACK = 4;
    private static final int MOST_SEEN = 60;

    /** Meanings of offices held by one person of a country. */
    private static final Set<String> SOLE =
            Set.of("head_of_state", "head_of_government", "foreign", "defence", "finance");

    private final Cast cast;
    private final Map<String, Party> lastByKey = new HashMap<>();
    private final Map<String, Party> lastSpeakerByKey = new HashMap<>();
    private final Map<Long, Party> lastBodyByNoun = new HashMap<>();
    private final List<Party> subjects = new ArrayList<>();
    private final LinkedHashSet<Person> seen = new LinkedHashSet<>();
    private final Map<Person, Party> lastOf = new HashMap<>();
    private @Nullable Party lastSpeaker;
    private @Nullable Party lastGroup;
    private int next;

    /** Starts before the first sentence. */
    public Discourse(Cast cast) {
        this.cast = cast;
    }

    /** Remembers all parties before the token. */
    public void readTo(int token) {
        List<Party> parties = cast.parties();
        while (next < parties.size() && parties.get(next).start() < token) {
            Party party = parties.get(next++);
            remember(party);
        }
    }

    private void remember(Party party) {
        Person person = party.person();
        if (person != null) {
            seen.remove(person);
            seen.addLast(person);
            lastOf.put(person, party);
        }
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

    /** Remembers somebody as the subject of a clause, to whom a later pronoun may refer. */
    public void subject(Party party) {
        if (party.kind() == PartyKind.PERSON) {
            subjects.add(party);
        }
        if (party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY) {
            lastGroup = party;
        }
    }

    /** Remembers the last speaker. */
    public void spoke(Party party) {
        lastSpeaker = party;
        lastGroup = party.plural() && party.kind() != PartyKind.PRONOUN ? party : lastGroup;
        if (party.kind() == PartyKind.ROLE && party.anonymous() && !isBare(party)) {
            lastSpeakerByKey.put(party.key(), party);
        }
        subject(party);
    }

    /** Returns the last speaker, or null. */
    public @Nullable Party lastSpeaker() {
        return lastSpeaker;
    }

    /** Returns the party meant: itself, or for a pronoun or a short description the one named before. */
    public Party resolve(Party party) {
        return switch (party.kind()) {
            case PRONOUN -> pronoun(party);
            case TEXT -> text(party);
            case ROLE -> role(party);
            case BODY -> body(party);
            case PERSON, STATE -> party;
        };
    }

    /** "The statement" is the last speaker's; one of another country has no known author. */
    private Party text(Party party) {
        Party author = lastSpeaker;
        boolean other =
                author == null || !party.country().isEmpty() && !party.country().equals(author.country());
        return author == null || other ? party : author.at(party.start(), party.end());
    }

    private Party pronoun(Party party) {
        String word = party.description().split(" ", 2)[0];
        if (word.equalsIgnoreCase("they") || word.equalsIgnoreCase("it") || word.equalsIgnoreCase("them")) {
            return lastGroup == null ? party : lastGroup.at(party.start(), party.end());
        }
        boolean she = word.equalsIgnoreCase("she") || word.equalsIgnoreCase("her");
        for (int i = subjects.size() - 1; she && i >= 0 && i >= subjects.size() - SURE_BACK; i--) {
            Party subject = subjects.get(i);
            Person person = subject.person();
            if (person != null && person.isWoman()) {
                return subject.at(party.start(), party.end()).described(shown(party, subject));
            }
        }
        for (int i = subjects.size() - 1; i >= 0 && i >= subjects.size() - MOST_BACK; i--) {
            Party subject = subjects.get(i);
            Person person = subject.person();
            if (person == null || person.mayBe(she)) {
                return subject.at(party.start(), party.end()).described(shown(party, subject));
            }
        }
        for (Person person : seen.reversed()) {
            boolean told = she ? person.isWoman() : person.mayBe(false);
            Party last = told ? lastOf.get(person) : null;
            if (last != null && !subjects.isEmpty()) {
                return last.at(party.start(), party.end()).described(shown(party, last));
            }
        }
        Party spoke = lastSpeaker;
        boolean nameless = spoke != null && spoke.kind() == PartyKind.ROLE && !spoke.plural();
        return spoke != null && nameless ? spoke.at(party.start(), party.end()) : party;
    }

    /** "He and other officials" keeps its words. */
    private static String shown(Party party, Party subject) {
        return party.description().indexOf(' ') > 0 ? party.description() : subject.description();
    }

    private Party role(Party party) {
        if (cast.isIndefinite(party)) {
            return party;
        }
        Party before = lastSpeakerByKey.getOrDefault(party.key(), lastByKey.get(party.key()));
        Party named = party.plural() ? null : officeHolder(party);
        if (named != null && (before == null || before.start() < named.start() || !party.anonymous())) {
            return named.at(party.start(), party.end());
        }
        if (before == null || !party.anonymous() || !party.country().isEmpty() || before.equals(party)) {
            return party;
        }
        if (party.plural()) {
            return party.in(before.country());
        }
        boolean same = before.plural() == party.plural() && party.description().indexOf(' ') < 0;
        return same ? before.at(party.start(), party.end()) : party.in(before.country());
    }

    /**
     * "The secretary", "the Danish leader", "the researcher": the last person named whose office contains that word.
     */
    private @Nullable Party officeHolder(Party party) {
        String words = party.description();
        String title = words.replaceFirst(" (of|for|in|at|to|from) .*", "");
        String head = title.substring(title.lastIndexOf(' ') + 1);
        boolean leader = head.equalsIgnoreCase("leader") || head.equalsIgnoreCase("head");
        int steps = 0;
        for (Person person : seen.reversed()) {
            if (steps++ >= MOST_SEEN) {
                return null;
            }
            boolean country = party.country().isEmpty()
                    || person.country().isEmpty()
                    || person.country().equals(party.country());
            boolean leads = leader && person.key().startsWith("head_of_");
            boolean holds = person.key().equals(party.key()) && SOLE.contains(party.key());
            boolean longer = title.length() < words.length() && !hasWord(person.office(), words);
            if (country && (leads || holds || hasWord(person.office(), head) && !longer)) {
                return lastOf.get(person);
            }
        }
        return null;
    }

    private static boolean hasWord(String office, String word) {
        int at = office.length() - word.length();
        while (at >= 0) {
            boolean starts = at == 0 || !Character.isLetter(office.charAt(at - 1));
            int end = at + word.length();
            boolean ends = end == office.length() || !Character.isLetter(office.charAt(end));
            if (starts && ends && office.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
            at--;
        }
        return false;
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
