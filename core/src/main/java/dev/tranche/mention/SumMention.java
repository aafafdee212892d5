package dev.tranche.mention;

import java.util.Optional;
import java.util.Set;

/**
 * A sum of money recognised in a text.
 *
 * @param start index of its first token, words that bound it left out
 * @param end index after its last token, a conversion in brackets included
 * @param outerStart index of the first token of its bound words, at most {@code start}
 * @param amount what is stated
 * @param converted the same sum in a second currency, stated beside it
 * @param vague is only the order of magnitude stated ("hundreds of millions of dollars")?
 * @param notes what the words beside it say about it
 */
public record SumMention(
        int start,
        int end,
        int outerStart,
        StatedAmount amount,
        Optional<StatedAmount> converted,
        boolean vague,
        Set<SumNote> notes) {

    /** Refuses an empty range. */
    public SumMention {
        if (end <= start || outerStart > start) {
            throw new IllegalArgumentException("a sum needs tokens: " + outerStart + ".." + start + ".." + end);
        }
        notes = Set.copyOf(notes);
    }

    /** Do the words beside it say this? */
    public boolean is(SumNote note) {
        return notes.contains(note);
    }
}
