package dev.tranche.mention;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.HashSet;
import java.util.Set;

/** A small closed set of words, looked up by their folded hash. */
public final class Words {

    private static final int LEAST_ROOM = 8;

    /** Open addressing; 0 marks a free slot, and no word has that hash. */
    private final long[] hashes;

    private final int mask;

    private Words(Set<Long> words) {
        int room = Math.max(LEAST_ROOM, Integer.highestOneBit(words.size() * 2) * 2);
        hashes = new long[room];
        mask = room - 1;
        for (long word : words) {
            int slot = slot(word);
            while (hashes[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            hashes[slot] = word;
        }
    }

    /** Builds a set of words separated by blanks. */
    public static Words of(String words) {
        Set<Long> hashes = new HashSet<>();
        for (String word : words.split(" ")) {
            hashes.add(Folding.hash(word));
        }
        return new Words(hashes);
    }

    /** Is there a token of this index, and is it one of the words? */
    public boolean at(Tokens tokens, int token) {
        if (!tokens.isWord(token)) {
            return false;
        }
        long hash = tokens.hash(token);
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> 32)) & mask;
    }
}
