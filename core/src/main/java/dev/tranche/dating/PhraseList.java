package dev.tranche.dating;

import dev.tranche.text.Tokenizer;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases of a table with their meanings, found in a text regardless of case; one phrase may stand for several
 * things. Immutable once built.
 */
final class PhraseList<T> {

    private static final int SIGNS = 1 << 14;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Phrase<T>(long[] words, T meaning) {}

    /**
     * A phrase found in a text.
     *
     * @param end index after its last token
     * @param meanings all that it stands for, in the order of the table
     */
    record Found<T>(int end, List<T> meanings) {}

    private final Map<Long, List<Phrase<T>>> phrases = new HashMap<>();

    /** The bits of the first words' hashes, which let most words of a text be skipped. */
    private final BitSet firsts = new BitSet(SIGNS);

    void add(String phrase, T meaning) {
        Tokens tokens = Tokenizer.split(phrase);
        if (tokens.size() == 0) {
            return;
        }
        long[] words = new long[tokens.size()];
        for (int token = 0; token < words.length; token++) {
            words[token] = tokens.hash(token);
        }
        firsts.set(sign(words[0]));
        phrases.computeIfAbsent(words[0], absent -> new ArrayList<>()).add(new Phrase<>(words, meaning));
    }

    private static int sign(long hash) {
        return (int) (hash ^ hash >>> 32) & SIGNS - 1;
    }

    /** May a phrase start at a token? If not, none does. */
    boolean mayStart(Tokens tokens, int token) {
        return firsts.get(sign(tokens.hash(token)));
    }

    /** Returns the longest phrase that starts at a token; its end is the token itself if none does. */
    Found<T> at(Tokens tokens, int token) {
        if (!mayStart(tokens, token)) {
            return new Found<>(token, List.of());
        }
        int longest = 0;
        List<T> meanings = new ArrayList<>();
        for (Phrase<T> phrase : phrases.getOrDefault(tokens.hash(token), List.of())) {
            if (phrase.words.length < longest || !fits(phrase.words, tokens, token)) {
                continue;
            }
            if (phrase.words.length > longest) {
                longest = phrase.words.length;
                meanings.clear();
            }
            meanings.add(phrase.meaning);
        }
        return new Found<>(token + longest, meanings);
    }

    private static boolean fits(long[] words, Tokens tokens, int token) {
        if (token + words.length > tokens.size()) {
            return false;
        }
        for (int i = 1; i < words.length; i++) {
            if (tokens.hash(token + i) != words[i]) {
                return false;
            }
        }
        return true;
    }
}
