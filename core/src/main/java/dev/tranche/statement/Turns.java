package dev.tranche.statement;

import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.naming.Cast;
import dev.tranche.naming.Party;
import dev.tranche.naming.PartyKind;
import dev.tranche.naming.Person;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speakers without a verb of saying: the turns of a transcript, and a statement in the first person.
 *
 * <pre>
 * turn      = label ":" sentences, up to the next label
 * label     = "Q" | person | [ title ] NAME, at the start of a paragraph
 * statement = heading with "statement by" person, then sentences, one of which says "I"
 * </pre>
 *
 * <p>A single label applies only to its paragraph. A name not found elsewhere in the report is accepted after a title
 * or if it labels two turns. A third-person report of what the speaker in its heading said is not a statement.
 */
final class Turns {

    private static final int LONGEST_LABEL = 9;
    private static final int HEADINGS = 3;
    private static final int SHORTEST_NAME = 3;

    private static final Words QUESTION = Words.of("q question reporter moderator");
    private static final Words COURTESY = Words.of("mr ms mrs dr gen lt col sgt adm amb");
    private static final Words HEADING = Words.of("statement remarks address letter message speech testimony");
    private static final Words FROM = Words.of("by from of");
    private static final Words THE = Words.of("the");

    private final MarkedText text;
    private final Tokens tokens;
    private final Cast cast;
    private final @Nullable Party[] turnOf;
    private final boolean[] labelled;
    private final Map<String, Party> byName = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    private Turns(MarkedText text, Cast cast) {
        this.text = text;
        this.tokens = text.tokens();
        this.cast = cast;
        this.turnOf = new Party[text.sentences().size()];
        this.labelled = new boolean[turnOf.length];
    }

    static Turns of(MarkedText text, Cast cast, Quotes quotes, List<List<Frame>> frames) {
        Turns turns = new Turns(text, cast);
        turns.label();
        turns.head(quotes, frames);
        return turns;
    }

    /** Returns the speaker of the sentence, or null. */
    @Nullable
    Party at(int sentence) {
        return turnOf[sentence];
    }

    /** Is the speaker an unnamed questioner? */
    static boolean isQuestion(Party speaker) {
        return speaker.key().equals("questioner");
    }

    private void label() {
        List<Sentence> sentences = text.sentences();
        int labels = 0;
        for (Sentence sentence : sentences) {
            int colon = colon(sentence);
            if (colon > 0 && tokens.isWord(colon - 1)) {
                uses.merge(tokens.string(colon - 1), 1, Integer::sum);
            }
        }
        for (int i = 0; i < sentences.size(); i++) {
            int colon = colon(sentences.get(i));
            turnOf[i] = colon < 0 ? null : labelled(sentences.get(i).start(), colon);
            labelled[i] = turnOf[i] != null;
            labels += labelled[i] ? 1 : 0;
        }
        Party last = null;
        for (int i = 0; i < sentences.size(); i++) {
            boolean ends = labels < 2 && sentences.get(i).paragraphStart();
            last = labelled[i] || ends ? turnOf[i] : last;
            turnOf[i] = last;
        }
    }

    /** Returns the colon that ends a label at the start of a paragraph, or -1. */
    private int colon(Sentence sentence) {
        if (!sentence.paragraphStart()
                || sentence.title() && !text.document().body().isBlank()) {
            return -1;
        }
        int limit = Math.min(sentence.end(), sentence.start() + LONGEST_LABEL);
        for (int token = sentence.start(); token < limit; token++) {
            if (tokens.isSign(token, ':')) {
                return token == sentence.start() || token + 1 >= tokens.size() ? -1 : token;
            }
            if (!tokens.isWord(token) && !tokens.isSign(token, '.') && !tokens.isSign(token, '-')) {
                return -1;
            }
        }
        return -1;
    }

    private @Nullable Party labelled(int start, int colon) {
        if (colon == start + 1 && QUESTION.at(tokens, start) && tokens.isUpper(start)) {
            String who = tokens.string(start).equals("MODERATOR") ? "moderator" : "reporter";
            return new Party(start, colon, PartyKind.ROLE, null, Optional.empty(), who, "questioner", "", true, false);
        }
        Party party = cast.at(start);
        if (party != null && party.end() == colon && party.kind() == PartyKind.PERSON) {
            return party;
        }
        int name = start;
        while (name < colon && (COURTESY.at(tokens, name) || tokens.isSign(name, '.'))) {
            name++;
        }
        boolean role = party != null && party.start() == start && party.kind() == PartyKind.ROLE;
        if (party != null && role) {
            name = Math.max(name, party.end());
        }
        for (int token = name; token < colon; token++) {
            if (tokens.isWord(token) && !tokens.isUpper(token) || text.actorAt(token) != null) {
                return null;
            }
        }
        if (name >= colon || tokens.end(colon - 1) - tokens.start(colon - 1) < SHORTEST_NAME) {
            return null;
        }
        return named(start, colon, name, role ? party : null, name > start);
    }

    private @Nullable Party named(int start, int colon, int name, @Nullable Party role, boolean titled) {
        String surname = tokens.string(colon - 1);
        Party before = byName.get(surname);
        if (before != null) {
            return before;
        }
        Person person = cast.bySurname(surname);
        boolean known = person != null || titled || uses.getOrDefault(surname, 0) > 1 && colon - name <= 2;
        if (!known) {
            return null;
        }
        Party party = person == null ? unknown(start, colon, written(name, colon), role) : of(start, colon, person);
        byName.put(surname, party);
        return party;
    }

    private static Party of(int start, int end, Person person) {
        return new Party(
                start,
                end,
                PartyKind.PERSON,
                person,
                Optional.of(person.name()),
                person.office(),
                person.key(),
                person.country(),
                false,
                false);
    }

    private static Party unknown(int start, int end, String name, @Nullable Party role) {
        String office = role == null ? "" : role.description();
        String country = role == null ? "" : role.country();
        return new Party(start, end, PartyKind.PERSON, null, Optional.of(name), office, "", country, false, false);
    }

    /** Rewrites a name in capitals with the usual capitalisation. */
    private String written(int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int token = from; token < to; token++) {
            String word = tokens.string(token);
            boolean apart = name.length() > 0 && tokens.start(token) > tokens.end(token - 1);
            boolean shout = tokens.isWord(token) && word.length() > 1 && tokens.isUpper(token);
            name.append(apart ? " " : "")
                    .append(shout ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) : word);
        }
        return name.toString();
    }

    /** Assigns the sentences below a heading "Statement by …" to its speaker if one of them says "I". */
    private void head(Quotes quotes, List<List<Frame>> frames) {
        List<Sentence> sentences = text.sentences();
        for (int i = 0; i < Math.min(HEADINGS, sentences.size()); i++) {
            Party speaker = turnOf[i] == null ? heading(sentences.get(i)) : null;
            if (speaker != null) {
                boolean third = frames.stream()
                        .flatMap(List::stream)
                        .anyMatch(frame -> frame.quoted() < 0 && frame.speaker().same(speaker));
                for (int k = i + 1;
                        k < sentences.size()
                                && !third
                                && saysI(quotes, sentences.get(i).end());
                        k++) {
                    turnOf[k] = turnOf[k] == null ? speaker : turnOf[k];
                }
                return;
            }
        }
    }

    private boolean saysI(Quotes quotes, int from) {
        for (int token = from; token + 1 < tokens.size(); token++) {
            boolean pronoun = tokens.isWord(token) && tokens.string(token).equals("I") && quotes.at(token) < 0;
            if (pronoun && tokens.isWord(token + 1) && !tokens.isCapital(token + 1)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Party heading(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (!HEADING.at(tokens, token) || !tokens.isCapital(token)) {
                continue;
            }
            boolean genitive = token > 1 && tokens.kind(token - 1) == TokenKind.GENITIVE;
            int at = THE.at(tokens, token + 2) && cast.at(token + 2) == null ? token + 3 : token + 2;
            Party party = genitive ? cast.at(token - 2) : FROM.at(tokens, token + 1) ? cast.at(at) : null;
            if (party != null && party.end() <= sentence.end()) {
                return speaker(sentence, party);
            }
        }
        return null;
    }

    private @Nullable Party speaker(Sentence sentence, Party party) {
        if (party.kind() == PartyKind.PERSON) {
            return party;
        }
        if (party.kind() != PartyKind.ROLE) {
            return null;
        }
        int end = party.end();
        while (end < sentence.end() && tokens.isWord(end) && tokens.isCapital(end) && text.actorAt(end) == null) {
            end++;
        }
        boolean name = end - party.end() >= 2 && end - party.end() <= 3;
        if (!name) {
            return party;
        }
        Person known = cast.bySurname(tokens.string(end - 1));
        return known == null
                ? unknown(party.start(), end, written(party.end(), end), party)
                : of(party.start(), end, known);
    }
}
