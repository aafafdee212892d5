package dev.tranche.fact;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;

/**
 * A word that tells what is done with a sum.
 *
 * @param token its first token
 * @param passive is it a participle after a form of "be", or one that follows its noun?
 * @param right does it stand right of the sum?
 */
record Verb(int token, boolean passive, boolean right) {

    boolean is(MarkedText text, Cue cue) {
        return text.is(token, cue);
    }
}
