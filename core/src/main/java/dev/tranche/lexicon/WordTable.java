package dev.tranche.lexicon;

import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Phrases with a value each, looked up at one token; the longest phrase wins.
 *
 * <p>Case and diacritics do not count, and hyphens and full stops between words are skipped. Immutable; safe to
 * share between threads.
 *
 * @param <T> what a phrase stands for
 */
public final class WordTable<T> {

    private final long[] keys;
    private final @Nullable List<Phrase<T>>[] phrases;
    private final int mask;

    @SuppressWarnings("unchecked")
    private WordTable(Map<Long, List<Phrase<T>>> byFirst) {
        int room = Integer.highestOneBit(Math.max(16, byFirst.size() * 4)) * 2;
        keys = new long[room];
        phrases = (List<Phrase<T>>[]) new List<?>[room];
        mask = room - 1;
        byFirst.forEach((hash, list) -> {
            list.sort((a, b) -> Integer.compare(b.words.length, a.words.length));
            int slot = slot(hash);
            while (phrases[slot] != null) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = hash;
            phrases[slot] = List.copyOf(list);
        });
    }

    /** Starts an empty table. */
    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /** Returns the longest phrase that starts at the token, or null. */
    public @Nullable Hit<T> at(Tokens tokens, int token) {
        if (token < 0 || token >= tokens.size() || !tokens.isWord(token)) {
            return null;
        }
        long hash = tokens.hash(token);
        int slot = slot(hash);
        List<Phrase<T>> list;
        while ((list = phrases[slot]) != null) {
            if (keys[slot] == hash) {
                return longest(list, tokens, token);
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private @Nullable Hit<T> longest(List<Phrase<T>> list, Tokens tokens, int token) {
        for (Phrase<T> phrase : list) {
            int end = phrase.end(tokens, token);
            if (end > 0) {
                return new Hit<>(end, phrase.value);
            }
        }
        return null;
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 29)) & mask;
    }

    /**
     * A phrase found.
     *
     * @param end index after its last token
     * @param value what it stands for
     * @param <T> what a phrase stands for
     */
    public record Hit<T>(int end, T value) {}

    private static final class Phrase<T> {

        private final long[] words;
        private final T value;

        Phrase(long[] words, T value) {
            this.words = words;
            this.value = value;
        }

        int end(Tokens tokens, int token) {
            int at = token;
            for (int i = 0; i < words.length; i++) {
                while (i > 0 && at < tokens.size() && PhraseTrie.isPassedOver(tokens, at)) {
                    at++;
                }
                if (at >= tokens.size() || tokens.hash(at) != words[i]) {
                    return -1;
                }
                at++;
            }
            return at;
        }
    }

    /**
     * Collects phrases; not safe for several threads.
     *
     * @param <T> what a phrase stands for
     */
    public static final class Builder<T> {

        private final Map<Long, List<Phrase<T>>> byFirst = new HashMap<>();

        private Builder() {}

        /** Adds a phrase; one already present keeps its value. */
        public Builder<T> add(String phrase, T value) {
            return merge(phrase, value, (old, fresh) -> old);
        }

        /** Adds a phrase; if already present, its values are joined. */
        public Builder<T> merge(String phrase, T value, BinaryOperator<T> join) {
            Tokens tokens = Lexicon.phrase(phrase);
            long[] words = new long[tokens.size()];
            int count = 0;
            for (int i = 0; i < tokens.size(); i++) {
                if (!PhraseTrie.isPassedOver(tokens, i)) {
                    words[count++] = tokens.hash(i);
                }
            }
            if (count == 0) {
                return this;
            }
            long[] kept = Arrays.copyOf(words, count);
            List<Phrase<T>> list = byFirst.computeIfAbsent(kept[0], absent -> new ArrayList<>(2));
            for (int i = 0; i < list.size(); i++) {
                if (Arrays.equals(list.get(i).words, kept)) {
                    list.set(i, new Phrase<>(kept, join.apply(list.get(i).value, value)));
                    return this;
                }
            }
            list.add(new Phrase<>(kept, value));
            return this;
        }

        /** Builds the table. */
        public WordTable<T> build() {
            return new WordTable<>(byFirst);
        }
    }
}
