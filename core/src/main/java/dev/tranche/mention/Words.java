package dev.tranche.mention;

import dev.tranche.text.Folding;
import dev.tranche.text.Tokens;
import java.util.HashSet;
import java.util.Set;

/** A small closed set of words, asked for by their folded hash. */
public final class Words {

    private final Set<Long> hashes;

    private Words(Set<Long> hashes) {
        this.hashes = hashes;
    }

    /** Builds a set of words that are separated by blanks. */
    public static Words of(String words) {
        Set<Long> hashes = new HashSet<>();
        for (String word : words.split(" ")) {
            hashes.add(Folding.hash(word));
        }
        return new Words(Set.copyOf(hashes));
    }

    /** Is there a token of this index, and is it one of the words? */
    public boolean at(Tokens tokens, int token) {
        return token >= 0 && token < tokens.size() && tokens.isWord(token) && hashes.contains(tokens.hash(token));
    }
}
