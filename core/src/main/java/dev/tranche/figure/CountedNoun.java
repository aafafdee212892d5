package dev.tranche.figure;

import dev.tranche.lexicon.ActorForm;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.StoryWords;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * Finds what a number counts when the table of units does not name it: the plural noun at the end of the words
 * after the number, as in "62 regional railway stations".
 */
final class CountedNoun {

    private static final int MOST_WORDS = 5;
    private static final int SHORTEST = 4;
    private static final int LONGEST_NAME = 8;

    private final MarkedText text;
    private final Tokens tokens;
    private final StoryWords.WordClass uncounted;
    private final StoryWords.WordClass people;
    private final StoryWords.WordClass wall;
    private final StoryWords.WordClass rank;
    private final StoryWords.WordClass definite;
    private final StoryWords.WordClass calibre;

    CountedNoun(Lexicon lexicon, MarkedText text) {
        StoryWords words = StoryWords.of(lexicon);
        this.text = text;
        this.tokens = text.tokens();
        this.uncounted = words.of("uncounted");
        this.people = words.of("people");
        this.wall = words.of("wall");
        this.rank = words.of("rank");
        this.definite = words.of("definite");
        this.calibre = words.of("calibre");
    }

    /** Returns the token after the noun that the number before the token counts, or -1. */
    int end(Sentence sentence, int from) {
        int end = -1;
        for (int at = from; at < sentence.end() && at - from < MOST_WORDS; at++) {
            boolean hyphen = tokens.isSign(at, '-') && at > from && isJoined(at);
            if (hyphen) {
                continue;
            }
            if (!tokens.isWord(at) || wall.at(tokens, at) || text.sumAt(at) != null) {
                break;
            }
            if (at == from && uncounted.at(tokens, at)) {
                return -1;
            }
            if (isPlural(at)) {
                end = at + 1;
                continue;
            }
            if (end >= 0) {
                break;
            }
        }
        return end;
    }

    /** Is the number part of a name, list or rank, or does it merely refer back, as in "the two"? */
    boolean isIdle(int token, NumberWords.Found number, int first) {
        int before = first - 1;
        boolean label = rank.at(tokens, before)
                || tokens.isSign(before, '-') && tokens.end(before) == tokens.start(first)
                || tokens.isSign(before, '#')
                || tokens.isSign(before, '/');
        boolean model = token > 0
                && tokens.isWord(token - 1)
                && tokens.isCapital(token - 1)
                && tokens.kind(token) == TokenKind.NUMBER
                && text.actorAt(token - 1) == null
                && token - 1 > text.sentenceOf(token).start()
                && !wall.at(tokens, token - 1);
        boolean back = number.value().compareTo(BigDecimal.TEN) <= 0 && definite.at(tokens, before);
        int end = number.end();
        boolean compound = tokens.isSign(end, '-') && tokens.start(end) == tokens.end(end - 1);
        return label || model || back || compound;
    }

    private boolean isJoined(int sign) {
        return tokens.end(sign - 1) == tokens.start(sign)
                && sign + 1 < tokens.size()
                && tokens.end(sign) == tokens.start(sign + 1);
    }

    private boolean isPlural(int at) {
        if (people.at(tokens, at)) {
            return true;
        }
        ActorMention actor = text.actorAt(at);
        if (actor != null) {
            return actor.form() == ActorForm.DEMONYM && tokens.string(at).endsWith("s");
        }
        String word = tokens.string(at);
        boolean plural = word.length() >= SHORTEST
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        boolean genitive = at + 1 < tokens.size() && tokens.kind(at + 1) == TokenKind.GENITIVE;
        return plural && !genitive && (!tokens.isCapital(at) || isTail(at));
    }

    /** A capitalised plural is accepted only after other words of the name that it ends: "Starlink Terminals". */
    private boolean isTail(int at) {
        return tokens.isWord(at - 1) && tokens.isCapital(at - 1);
    }

    /** Does the number before the token measure a gun or a shell: "105 mm howitzers", "155-millimetre shells"? */
    boolean isCalibre(int at) {
        return calibre.at(tokens, tokens.isSign(at, '-') ? at + 1 : at);
    }

    /** Returns the words of a range as written. */
    String name(int from, int end) {
        return tokens.text().substring(tokens.start(from), tokens.end(end - 1));
    }

    /** Is the token a part of a name of equipment, such as "launch" in "multiple-launch rocket systems"? */
    boolean isInGear(int token) {
        return text.thingsFrom(Math.max(0, token - LONGEST_NAME), token + 1).stream()
                .anyMatch(thing -> thing.end() > token && thing.entry() instanceof Entry.Equipment);
    }

    /** Is a piece of equipment named among the words? */
    boolean isGear(int from, int end) {
        return text.thingsFrom(Math.max(0, from - 1), end).stream()
                .anyMatch(thing -> thing.entry() instanceof Entry.Equipment);
    }

    /** Returns what a verb has done to those it counts: "killing" and "kills" have killed. */
    static String participle(String verb) {
        String word = verb.toLowerCase(Locale.ROOT);
        if (word.endsWith("ing")) {
            return word.substring(0, word.length() - 3) + "ed";
        }
        return word.equals("died") ? "dead" : word.endsWith("s") ? word.substring(0, word.length() - 1) + "ed" : word;
    }
}
