package dev.tranche.lexicon;

import java.util.List;

/**
 * A phrase of the lexicon found in a text.
 *
 * @param start index of its first token
 * @param end index after its last token
 * @param entries all that the phrase may stand for, in the order of the tables; never empty
 */
public record Match(int start, int end, List<Entry> entries) {

    /** Refuses an empty range and a phrase that stands for nothing. */
    public Match {
        if (end <= start || entries.isEmpty()) {
            throw new IllegalArgumentException("a match needs tokens and entries: " + start + ".." + end);
        }
    }
}
