package dev.tranche.mention;

import dev.tranche.lexicon.Match;
import dev.tranche.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report itself says its abbreviations stand for: after "African Development Fund (ADF)", "ADF" is no longer the
 * armed forces of another state that the lexicon knows by these letters.
 */
final class LocalNames {

    /** Words between those that give an abbreviation its letters: "Bank for the Development of". */
    private static final Words SMALL = Words.of("of for the and on in to de la des du");

    /** The length of the beginnings by which two spellings of a word count as one: "Organisation", "Organization". */
    private static final int BEGINNING = 5;

    private final Tokens tokens;
    private final Map<Long, FullName> names = new HashMap<>();

    /**
     * A full name.
     *
     * @param start its first token
     * @param end the bracket after it
     * @param known what the lexicon knows by its last words, or null
     */
    private record FullName(int start, int end, @Nullable Match known) {}

    LocalNames(Tokens tokens, List<Match> matches) {
        this.tokens = tokens;
        Map<Integer, Match> byEnd = new HashMap<>();
        matches.forEach(match -> byEnd.putIfAbsent(match.end(), match));
        for (Match match : matches) {
            int token = match.start();
            boolean bracket = match.end() == token + 1
                    && tokens.isUpper(token)
                    && tokens.isSign(token - 1, '(')
                    && tokens.isSign(token + 1, ')');
            int start = bracket ? startOf(tokens.string(token), token - 2) : -1;
            if (start >= 0) {
                names.putIfAbsent(tokens.hash(token), new FullName(start, token - 1, byEnd.get(token - 1)));
            }
        }
    }

    /** Does the report give a full name for this abbreviation? */
    boolean isGiven(Match match) {
        return nameOf(match) != null;
    }

    /** Returns what the lexicon knows by the full name that the report gives for this abbreviation, or null. */
    @Nullable
    Match fullName(Match match) {
        FullName name = nameOf(match);
        return name == null ? null : name.known();
    }

    /** Do the full name of the report and this one begin a word alike, so that they are two spellings of one name? */
    boolean isSpelledLike(Match match, String other) {
        FullName name = nameOf(match);
        if (name == null) {
            return false;
        }
        for (int token = name.start(); token < name.end(); token++) {
            String word = tokens.string(token);
            if (word.length() >= BEGINNING && other.contains(word.substring(0, BEGINNING))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable FullName nameOf(Match match) {
        return match.end() == match.start() + 1 && tokens.isUpper(match.start())
                ? names.get(tokens.hash(match.start()))
                : null;
    }

    /** The first word of the name whose capitals are these letters, or -1. */
    private int startOf(String letters, int last) {
        int token = last;
        for (int i = letters.length() - 1; i >= 0; i--) {
            while (SMALL.at(tokens, token) && !tokens.isCapital(token)) {
                token--;
            }
            boolean fits = token >= 0
                    && tokens.isWord(token)
                    && tokens.isCapital(token)
                    && tokens.string(token).charAt(0) == letters.charAt(i);
            if (!fits) {
                return -1;
            }
            token--;
        }
        return token + 1;
    }
}
