package dev.tranche.syntax;

import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.WordTable;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of one sentence as a clause sees them: an actor, a sum, a set phrase or a hyphenated word is one atom.
 * Quotation marks and full stops of abbreviations are left out.
 */
final class Atoms {

    /** Abbreviations are shorter. */
    private static final int LEAST_SHOUTED = 5;

    private static final Reading[] NUMBER = {Reading.of(WordClass.NUM, 0)};
    private static final Reading[] COMMA = {Reading.of(WordClass.COMMA, 0)};
    private static final Reading[] STOP = {Reading.of(WordClass.STOP, 0)};
    private static final Reading[] GENITIVE = {
        Reading.of(WordClass.GEN, 0), new Reading(WordClass.BE, 3, "be"),
    };
    private static final Reading[] BARE_GENITIVE = {Reading.of(WordClass.GEN, 0)};
    private static final Reading[] NAME = {Reading.of(WordClass.NAME, 0)};
    private static final Reading[] MANY = {Reading.of(WordClass.PLURAL, 0), Reading.of(WordClass.NAME, 1)};
    private static final Reading[] MEMBERS = {Reading.of(WordClass.NAME, 0), Reading.of(WordClass.PLURAL, 1)};
    private static final Reading[] PEOPLE = {Reading.of(WordClass.PLURAL, 0), Reading.of(WordClass.ADJ, 2)};
    private static final Reading[] NATIONAL = {Reading.of(WordClass.ADJ, 0), Reading.of(WordClass.NOUN, 4)};
    private static final Reading[] COMPOUND = {
        Reading.of(WordClass.ADJ, 0), Reading.of(WordClass.NOUN, 1), Reading.of(WordClass.PLURAL, 5),
    };
    private static final Reading[] COMPOUNDS = {Reading.of(WordClass.PLURAL, 0), Reading.of(WordClass.ADJ, 2)};
    private static final Reading[] AND = {Reading.of(WordClass.AND, 0)};

    final MarkedText text;
    final Tokens tokens;
    final Language language;
    final boolean titleCase;
    int size;
    int[] start;
    int[] end;
    Reading[][] readings;
    WordClass[] tag;
    String[] lemma;
    boolean[] quoted;

    @Nullable
    ActorMention[] actor;

    boolean[] sum;

    private Atoms(Language language, MarkedText text, Sentence sentence) {
        this.language = language;
        this.text = text;
        this.tokens = text.tokens();
        int room = sentence.end() - sentence.start();
        start = new int[room];
        end = new int[room];
        readings = new Reading[room][];
        quoted = new boolean[room + 1];
        actor = new ActorMention[room];
        sum = new boolean[room];
        titleCase = isTitleCase(sentence);
        int at = sentence.start();
        while (at < sentence.end()) {
            at = add(at, sentence);
        }
        tag = new WordClass[size];
        lemma = new String[size];
        Arrays.fill(lemma, "");
    }

    static Atoms of(Language language, MarkedText text, Sentence sentence) {
        return new Atoms(language, text, sentence);
    }

    /** Returns the word in lower case as written. */
    String word(int atom) {
        return tokens.text().substring(tokens.start(start[atom]), tokens.end(end[atom] - 1));
    }

    boolean is(int atom, WordClass type) {
        return atom >= 0 && atom < size && tag[atom] == type;
    }

    /** May the atom be of the class at all? */
    boolean canBe(int atom, WordClass type) {
        for (Reading reading : readings[atom]) {
            if (reading.type() == type) {
                return true;
            }
        }
        return false;
    }

    /** Returns the cost of the class for the atom; higher than any real cost if it cannot be of the class. */
    int costAs(int atom, WordClass type) {
        for (Reading reading : readings[atom]) {
            if (reading.type() == type) {
                return reading.cost();
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Returns the base form that the atom has as a verb of the class; empty when it cannot be one. */
    String lemmaAs(int atom, WordClass type) {
        for (Reading reading : readings[atom]) {
            if (reading.type() == type) {
                return reading.lemma();
            }
        }
        return "";
    }

    /** Does the sentence have the form of a headline: capitals in its words, or no full stop? */
    boolean isHeadline() {
        return titleCase || size > 0 && tag[size - 1] != WordClass.STOP;
    }

    /** Does the sentence end with a question mark? */
    boolean isQuestion() {
        return size > 0 && tokens.isSign(end[size - 1] - 1, '?');
    }

    /** May the word be a past participle? */
    boolean isParticiple(int atom) {
        return is(atom, WordClass.PART) || is(atom, WordClass.PAST) && canBe(atom, WordClass.PART);
    }

    private boolean isTitleCase(Sentence sentence) {
        int words = 0;
        int capitals = 0;
        for (int token = sentence.start() + 1; token < sentence.end(); token++) {
            if (tokens.isWord(token)
                    && tokens.end(token) - tokens.start(token) >= 4
                    && text.actorAt(token) == null
                    && text.sumAt(token) == null) {
                words++;
                capitals += tokens.isCapital(token) ? 1 : 0;
            }
        }
        return words >= 2 && capitals * 10 >= words * 7 || words == 1 && capitals == 1;
    }

    private int add(int at, Sentence sentence) {
        SumMention money = sumFrom(at);
        if (money != null) {
            sum[size] = true;
            return put(at, Math.min(money.end(), sentence.end()), NUMBER);
        }
        ActorMention named = text.actorAt(at);
        if (named != null && named.start() == at) {
            int stop = Math.min(named.end(), sentence.end());
            int joined = compoundEnd(stop - 1, sentence.end());
            if (joined > stop) {
                return put(at, joined, compound(joined - 1));
            }
            actor[size] = named;
            return put(
                    at,
                    stop,
                    switch (named.form()) {
                        case ADJECTIVE -> NATIONAL;
                        case DEMONYM -> PEOPLE;
                        case BODY -> isPlural(stop - 1) ? tokens.isCapital(stop - 1) ? MEMBERS : MANY : NAME;
                        case NAME, CAPITAL, PERSON -> NAME;
                    });
        }
        return switch (tokens.kind(at)) {
            case WORD -> word(at, sentence);
            case NUMBER -> number(at, sentence);
            case GENITIVE -> put(at, at + 1, tokens.end(at) - tokens.start(at) > 1 ? GENITIVE : BARE_GENITIVE);
            case QUOTE -> quote(at, sentence);
            case SIGN -> sign(at, sentence);
        };
    }

    /** "NATO allies", "Senate Republicans": a body whose last word is a noun in the plural. */
    private boolean isPlural(int last) {
        if (!tokens.isWord(last)) {
            return false;
        }
        Reading[] known = language.find(tokens.hash(last));
        Reading[] choices = known != null ? known : language.guess(tokens.string(last));
        return choices.length > 0 && choices[0].type() == WordClass.PLURAL;
    }

    private @Nullable SumMention sumFrom(int at) {
        SumMention money = text.sumAt(at);
        if (money != null) {
            return money;
        }
        for (int ahead = 1; ahead <= 4; ahead++) {
            SumMention next = text.sumAt(at + ahead);
            if (next != null) {
                return next.outerStart() == at && text.sentenceIndex(at) == text.sentenceIndex(next.start())
                        ? next
                        : null;
            }
        }
        return null;
    }

    private int put(int from, int to, Reading[] choices) {
        start[size] = from;
        end[size] = to;
        readings[size] = choices;
        size++;
        return to;
    }

    private int number(int at, Sentence sentence) {
        int joined = compoundEnd(at, sentence.end());
        if (joined > at + 1) {
            return put(at, joined, compound(joined - 1));
        }
        int stop = at + 1 < sentence.end() && tokens.isSign(at + 1, '%') ? at + 2 : at + 1;
        return put(at, stop, NUMBER);
    }

    private int quote(int at, Sentence sentence) {
        boolean tight = at > sentence.start()
                && at + 1 < sentence.end()
                && tokens.isWord(at + 1)
                && tokens.start(at) == tokens.end(at - 1)
                && tokens.start(at + 1) == tokens.end(at)
                && size > 0;
        if (tight) {
            Reading[] ending = language.find(Language.hash("'" + tokens.string(at + 1)));
            if (ending != null) {
                return put(at, at + 2, ending);
            }
        }
        quoted[size] = true;
        return at + 1;
    }

    private int sign(int at, Sentence sentence) {
        char c = tokens.text().charAt(tokens.start(at));
        return switch (c) {
            case ',' -> put(at, at + 1, COMMA);
            case '&', '/' -> put(at, at + 1, AND);
            case '.' -> at + 1 < sentence.end() && size > 0 && tokens.isWord(at - 1) ? at + 1 : put(at, at + 1, STOP);
            case '#', '@', '*', '_' -> at + 1;
            case '$', '€', '£', '%' -> put(at, at + 1, NUMBER);
            default -> put(at, at + 1, STOP);
        };
    }

    /** The end of words joined by hyphens without blanks; the token itself if there are none. */
    private int compoundEnd(int token, int limit) {
        int at = token + 1;
        while (at + 1 < limit
                && tokens.isSign(at, '-')
                && tokens.start(at) == tokens.end(at - 1)
                && tokens.start(at + 1) == tokens.end(at)
                && (tokens.isWord(at + 1) || tokens.kind(at + 1) == TokenKind.NUMBER)) {
            at += 2;
        }
        return at;
    }

    private Reading[] compound(int last) {
        Reading[] known = tokens.isWord(last) ? language.find(tokens.hash(last)) : null;
        if (known != null && known.length > 0 && known[0].type() == WordClass.PLURAL) {
            return COMPOUNDS;
        }
        return COMPOUND;
    }

    private int word(int at, Sentence sentence) {
        WordTable.Hit<Reading[]> phrase = language.phrase(tokens, at);
        if (phrase != null && phrase.end() <= sentence.end()) {
            return put(at, phrase.end(), phrase.value());
        }
        int joined = compoundEnd(at, sentence.end());
        if (joined > at + 1) {
            Reading[] whole = language.find(Language.hash(tokens.text()
                    .substring(tokens.start(at), tokens.end(joined - 1))
                    .replace("-", "")));
            boolean name = tokens.isUpper(at) && !titleCase;
            return put(at, joined, name ? NAME : whole != null ? whole : compound(joined - 1));
        }
        Reading[] known = language.find(tokens.hash(at));
        Reading[] choices = known != null ? known : language.guess(tokens.string(at));
        return put(at, at + 1, withCapital(at, choices, known != null));
    }

    /** "House PASSES bill": a verb in capitals is not a name. */
    private boolean isShouted(int at, Reading[] choices) {
        if (!tokens.isUpper(at) || tokens.length(at) < LEAST_SHOUTED) {
            return false;
        }
        for (Reading reading : choices) {
            if (reading.type() == WordClass.VS || reading.type() == WordClass.PAST) {
                return true;
            }
        }
        return false;
    }

    private Reading[] withCapital(int at, Reading[] choices, boolean known) {
        if (!tokens.isCapital(at) || known && isShouted(at, choices)) {
            return choices;
        }
        boolean open = false;
        for (Reading reading : choices) {
            open |= reading.type().isNominal()
                    || reading.type() == WordClass.ADJ
                    || reading.type() == WordClass.BASE
                    || reading.type() == WordClass.PAST
                    || reading.type() == WordClass.VS
                    || reading.type() == WordClass.ING
                    || reading.type() == WordClass.ADV;
        }
        if (!open && known) {
            return choices;
        }
        if (!titleCase && size > 0 && choices.length > 1) {
            for (Reading reading : choices) {
                if (reading.lemma().equals("time")) {
                    return new Reading[] {reading.plus(-reading.cost())};
                }
            }
        }
        boolean modal = choices[0].type() == WordClass.MODAL;
        boolean chamber = text.is(at, Cue.LEGISLATURE) && choices[0].type() == WordClass.NOUN;
        boolean first = size == 0 || tokens.isSign(at - 1, ':') || quoted[size];
        boolean shape = !titleCase && !first;
        boolean adverb = choices[0].type() == WordClass.ADV;
        int name = shape || chamber ? 0 : adverb ? 6 : known ? 3 : titleCase ? 1 : 0;
        int other = shape ? known || adverb ? 3 : 6 : 0;
        Reading[] all = new Reading[choices.length + 1];
        boolean named = false;
        for (int i = 0; i < choices.length; i++) {
            all[i] = choices[i].plus(other);
            named |= choices[i].type() == WordClass.NAME;
        }
        if (named || choices[0].lemma().equals("time") || modal && !shape) {
            return choices;
        }
        all[choices.length] = Reading.of(WordClass.NAME, name);
        return all;
    }
}
