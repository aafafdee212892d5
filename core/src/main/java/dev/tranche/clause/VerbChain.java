package dev.tranche.clause;

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
public record VerbChain(List<Verb> left, List<Verb> right) {

    /** Copies the lists. */
    public VerbChain {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** Returns the nearest verb of this kind, one on the left before one on the right. */
    public Optional<Verb> find(MarkedText text, Cue cue) {
        Optional<Verb> found = left.stream().filter(v -> v.is(text, cue)).findFirst();
        return found.isPresent()
                ? found
                : right.stream().filter(v -> v.is(text, cue)).findFirst();
    }

    /** Is there a verb of this kind on either side? */
    public boolean has(MarkedText text, Cue cue) {
        return find(text, cue).isPresent();
    }

    /** Is there a verb of this kind left of the sum? */
    public boolean hasLeft(MarkedText text, Cue cue) {
        return left.stream().anyMatch(v -> v.is(text, cue));
    }

    /** Is there a verb of this kind right of the sum? */
    public boolean hasRight(MarkedText text, Cue cue) {
        return right.stream().anyMatch(v -> v.is(text, cue));
    }

    /** Does no verb govern the sum? */
    public boolean isEmpty() {
        return left.isEmpty() && right.isEmpty();
    }
}
