package dev.tranche.dating;

import dev.tranche.text.Evidence;
import java.util.Optional;

/**
 * One reason for a publication date: some words and the days they allow.
 *
 * @param rule name of the rule that read it: lower-case words joined by full stops
 * @param evidence the words; empty when the clue is metadata
 * @param date the days that it allows
 * @param used whether it agrees with the likeliest day. A clue that contradicts it is kept but not used.
 * @param weight how strongly it favours the likeliest day over any day, in tenths of a bit: 10 means twice as likely; 0
 *     for a clue of metadata
 */
public record Clue(String rule, Optional<Evidence> evidence, StatedDate date, boolean used, int weight) {

    /** Refuses a clue without a rule. */
    public Clue {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a clue needs a rule");
        }
    }

    /** Builds a clue of metadata, which is not weighed. */
    public Clue(String rule, Optional<Evidence> evidence, StatedDate date, boolean used) {
        this(rule, evidence, date, used, 0);
    }
}
