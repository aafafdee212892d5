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

    private final Tokens tokens;
    /** The length of the beginnings by which two spellings of a word count as one: "Organisation", "Organization". */
    private static final int BEGINNING = 5;

    private final Map<Long, FullName> names = new HashMap<>();

    /** A full name: from the token at the start to the bracket at the end. */
    private record FullName(int start, int end) {}

    LocalNames(Tokens tokens, List<Match> matches) {
        this.tokens = tokens;
        for (Match match : matches) {
            int token = match.start();
            boolean bracket = match.end() == token + 1
                    && tokens.isUpper(token)
                    && tokens.isSign(token - 1, '(')
                    && tokens.isSign(token + 1, ')');
            int start = bracket ? startOf(tokens.string(token), token - 2) : -1;
            if (start >= 0) {
                names.putIfAbsent(tokens.hash(token), new FullName(start, token - 1));
            }
        }
    }

    /** Returns the end of the full name that the report gives for this abbreviation; -1 if it gives none. */
    int fullNameEnd(Match match) {
        FullName name = nameOf(match);
        return name == null ? -1 : name.end();
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
