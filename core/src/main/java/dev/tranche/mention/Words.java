package dev.tranche.mention;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.HashSet;
import java.util.Set;

/** A small closed set of words, asked for by their folded hash. */
public final class Words {

    private static final int ROOM = 4;

    /** A power of two slots, at most half of them taken; 0 is a free one. */
    private final long[] slots;

    private Words(Set<Long> hashes) {
        slots = new long[Integer.highestOneBit(Math.max(1, hashes.size())) * ROOM];
        for (long hash : hashes) {
            int slot = slot(hash);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = hash;
        }
    }

    /** Builds a set of words that are separated by blanks. */
    public static Words of(String words) {
        Set<Long> hashes = new HashSet<>();
        for (String word : words.split(" ")) {
            long hash = Folding.hash(word);
            if (hash == 0) {
                throw new IllegalArgumentException("a word's hash is 0: " + word);
            }
            hashes.add(hash);
        }
        return new Words(hashes);
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> Integer.SIZE) & slots.length - 1;
    }

    /** Is there a token of this index, and is it one of the words? */
    public boolean at(Tokens tokens, int token) {
        if (token < 0 || token >= tokens.size() || !tokens.isWord(token)) {
            return false;
        }
        long hash = tokens.hash(token);
        for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (slots[slot] == hash) {
                return true;
            }
        }
        return false;
    }
}
