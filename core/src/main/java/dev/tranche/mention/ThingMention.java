package dev.tranche.mention;

import dev.tranche.lexicon.Entry;

/**
 * A named authority or kind of equipment recognised in a text.
 *
 * @param start index of its first token
 * @param end index after its last token
 * @param entry what it is: an authority or equipment
 */
public record ThingMention(int start, int end, Entry entry) {

    /** Refuses an empty range. */
    public ThingMention {
        if (end <= start) {
            throw new IllegalArgumentException("a thing needs tokens: " + start + ".." + end);
        }
    }
}
