package dev.tranche.dating;

import dev.tranche.text.Span;
import java.util.Optional;

/**
 * A clue before it is weighed: words and the days of publication that they allow.
 *
 * @param rule name of the rule
 * @param strength how far it is trusted
 * @param days the days that it allows; never empty
 * @param span the words
 */
record Reason(String rule, Strength strength, DaySet days, Optional<Span> span) {

    /** How far a clue is trusted; the stronger are weighed first. */
    enum Strength {
        /** The report says when it was published. */
        STATED,
        /** A dateline or a count of days leaves no choice. */
        CERTAIN,
        /** Calendar and record: what is told must have happened. */
        CALENDAR,
        /** A named event or package with words that place it. */
        PLACED,
        /** Terms of office, durations. */
        TERM,
        /** What reports usually do: told on the day or the day after, dates without year are recent. */
        USUAL
    }

    /** Refuses a reason that allows no day. */
    public Reason {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a reason allows at least one day: " + rule);
        }
    }
}
