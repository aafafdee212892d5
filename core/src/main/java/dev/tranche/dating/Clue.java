package dev.tranche.dating;

import dev.tranche.text.Evidence;
import java.util.Optional;

/**
 * One reason for a publication date: some words and the days that they allow.
 *
 * @param rule name of the rule that read it: lower-case words joined by full stops
 * @param evidence the words; empty when the clue is metadata
 * @param date the days that it allows
 * @param used did it narrow the result? A clue that would have left no day is kept and not used.
 */
public record Clue(String rule, Optional<Evidence> evidence, StatedDate date, boolean used) {

    /** Refuses a clue without a rule. */
    public Clue {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a clue needs a rule");
        }
    }
}
