package dev.tranche.clause;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.text.Sentence;

/**
 * A sum with the noun group that tells what it is a sum of.
 *
 * <p>In "an aid package worth $2 billion in weapons" the group reaches from "aid" to "weapons".
 *
 * @param sum the sum
 * @param sentence the sentence that holds it
 * @param start first token of the group, at most the sum's
 * @param end after its last token, at least the sum's
 */
public record SumPhrase(SumMention sum, Sentence sentence, int start, int end) {

    /** Does a word of the group, outside the number itself, give this cue? */
    public boolean has(MarkedText text, Cue cue) {
        return hasLeft(text, cue) || hasRight(text, cue);
    }

    /** Does a word of the group left of the number give this cue? */
    public boolean hasLeft(MarkedText text, Cue cue) {
        return any(text, start, sum.outerStart(), cue);
    }

    /** Does a word of the group right of the number give this cue? */
    public boolean hasRight(MarkedText text, Cue cue) {
        return any(text, sum.end(), end, cue);
    }

    /** Does the last word of the group, its head when it stands right of the number, give this cue? */
    public boolean headIs(MarkedText text, Cue cue) {
        return end > sum.end() ? text.is(end - 1, cue) : any(text, start, sum.outerStart(), cue);
    }

    /** Does a token of the range, its end excluded, give this cue? */
    public static boolean any(MarkedText text, int from, int to, Cue cue) {
        for (int token = from; token < to; token++) {
            if (text.is(token, cue)) {
                return true;
            }
        }
        return false;
    }
}
