package dev.tranche.clause;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;

/**
 * A word that tells what is done with a sum.
 *
 * @param token its first token
 * @param passive is it a participle after a form of "be", or one that follows its noun?
 * @param right does it stand right of the sum?
 */
public record Verb(int token, boolean passive, boolean right) {

    /** Does the verb give this cue? */
    public boolean is(MarkedText text, Cue cue) {
        return text.is(token, cue);
    }
}
