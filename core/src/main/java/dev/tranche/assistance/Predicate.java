package dev.tranche.assistance;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.Tense;
import org.jspecify.annotations.Nullable;

/**
 * A verb or action noun that applies to a sum: "pledged", "a request for".
 *
 * @param token the main verb or the noun
 * @param clause the clause of the verb; null for a noun
 * @param behind whether it follows the sum it describes, as in "aid approved by Congress"
 * @param object whether the sum is an object of the predicate rather than its subject
 * @param lemma cues of the base form of the verb, one bit each
 */
record Predicate(int token, @Nullable Clause clause, boolean behind, boolean object, long lemma) {

    static Predicate noun(int token) {
        return new Predicate(token, null, false, true, 0);
    }

    boolean is(MarkedText text, Cue cue) {
        if (text.is(token, cue) || (lemma & 1L << cue.ordinal()) != 0) {
            return true;
        }
        // A particle verb is one predicate, and its words may be separated: "handed $1bn over".
        return clause != null && clause.verbEnd() - 1 > token && text.is(clause.verbEnd() - 1, cue);
    }

    boolean isNoun() {
        return clause == null;
    }

    boolean negative() {
        return clause != null && clause.negative();
    }

    boolean passive() {
        return clause != null && clause.passive();
    }

    Modality modality() {
        return clause == null ? Modality.REAL : clause.modality();
    }

    boolean isReal() {
        return modality() == Modality.REAL;
    }

    boolean isFuture() {
        return modality() == Modality.FUTURE;
    }

    /** Is it stated as completed: "sent", "has sent", "had sent"? */
    boolean isDone() {
        return clause != null
                && isReal()
                && (clause.tense() == Tense.PAST
                        || clause.tense() == Tense.PERFECT
                        || clause.tense() == Tense.PLUPERFECT
                        || clause.tense() == Tense.PARTICIPLE && clause.passive());
    }
}
