package dev.tranche.lexicon;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words that make up numbers, by folded hash: the single source for numbers and ordinals in words.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class NumberTable {

    private static final String PER = "/";

    /** Open addressing; a null word marks a free slot. */
    private final long[] hashes;

    private final @Nullable Word[] words;
    private final int mask;

    private NumberTable(Map<Long, Word> map) {
        int room = Integer.highestOneBit(Math.max(16, map.size() * 4)) * 2;
        hashes = new long[room];
        words = new Word[room];
        mask = room - 1;
        map.forEach((hash, word) -> {
            int slot = slot(hash);
            while (words[slot] != null) {
                slot = (slot + 1) & mask;
            }
            hashes[slot] = hash;
            words[slot] = word;
        });
    }

    /** Returns what the word at a token does in numbers; null for any other word or if there is no token. */
    public @Nullable Word at(Tokens tokens, int token) {
        if (!tokens.isWord(token)) {
            return null;
        }
        return of(tokens.hash(token));
    }

    /** Returns what the word of a folded hash does in numbers, or null. */
    public @Nullable Word of(long hash) {
        int slot = slot(hash);
        Word word;
        while ((word = words[slot]) != null) {
            if (hashes[slot] == hash) {
                return word;
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    /** Is the word at a token of this kind? */
    public boolean is(Tokens tokens, int token, NumberKind kind) {
        Word word = at(tokens, token);
        return word != null && word.is(kind);
    }

    /** Returns the value of the word at a token in this kind; null when it is not of the kind. */
    public @Nullable BigDecimal value(Tokens tokens, int token, NumberKind kind) {
        Word word = at(tokens, token);
        return word == null ? null : word.value(kind);
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 31)) & mask;
    }

    /** A word with what it does, and its value in each kind. */
    public static final class Word {

        private final EnumMap<NumberKind, BigDecimal> values;
        private long bits;

        private Word() {
            this.values = new EnumMap<>(NumberKind.class);
        }

        /** Is it of this kind? */
        public boolean is(NumberKind kind) {
            return (bits & 1L << kind.ordinal()) != 0;
        }

        /** Returns its value in this kind; null when it is not of the kind or the kind has no values. */
        public @Nullable BigDecimal value(NumberKind kind) {
            return values.get(kind);
        }
    }

    /** Collects rows of {@code numbers.csv}; not safe for several threads. */
    static final class Builder {

        private final Map<Long, Word> map = new HashMap<>();

        void add(LexiconFile.Row row) {
            NumberKind kind;
            try {
                kind = NumberKind.valueOf(row.field("kind").toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw row.refuse("no kind of number word is called " + row.field("kind"));
            }
            BigDecimal value = value(row);
            for (String written : row.alternatives("words")) {
                Word word = map.computeIfAbsent(Folding.hash(written), absent -> new Word());
                word.bits |= 1L << kind.ordinal();
                if (value != null) {
                    word.values.putIfAbsent(kind, value);
                }
            }
        }

        private static @Nullable BigDecimal value(LexiconFile.Row row) {
            String written = row.field("value");
            try {
                if (written.contains(PER)) {
                    String[] parts = written.split(PER, 2);
                    return new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), MathContext.DECIMAL64);
                }
                return written.isEmpty() ? null : new BigDecimal(written);
            } catch (ArithmeticException | NumberFormatException broken) {
                throw row.refuse("the value " + written + " is not a number; write digits, or a fraction such as 1/3");
            }
        }

        NumberTable build() {
            return new NumberTable(map);
        }
    }
}
