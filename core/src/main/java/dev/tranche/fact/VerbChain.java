package dev.tranche.fact;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import java.util.List;
import java.util.Optional;

/**
 * The verbs and verbal nouns that govern a sum, the nearest first.
 *
 * <p>In "plans to ask Congress to approve $1bn" they are "approve", "ask" and "plans".
 *
 * @param left those left of the sum, nearest first
 * @param right those right of it, nearest first
 */
record VerbChain(List<Verb> left, List<Verb> right) {

    VerbChain {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** Returns the nearest verb of this kind, one on the left before one on the right. */
    Optional<Verb> find(MarkedText text, Cue cue) {
        Optional<Verb> found = left.stream().filter(v -> v.is(text, cue)).findFirst();
        return found.isPresent()
                ? found
                : right.stream().filter(v -> v.is(text, cue)).findFirst();
    }

    boolean has(MarkedText text, Cue cue) {
        return find(text, cue).isPresent();
    }

    boolean hasLeft(MarkedText text, Cue cue) {
        return left.stream().anyMatch(v -> v.is(text, cue));
    }

    boolean hasRight(MarkedText text, Cue cue) {
        return right.stream().anyMatch(v -> v.is(text, cue));
    }

    boolean isEmpty() {
        return left.isEmpty() && right.isEmpty();
    }
}
