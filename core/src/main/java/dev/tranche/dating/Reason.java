package dev.tranche.dating;

import dev.tranche.text.Span;
import java.util.Optional;

/**
 * A clue before it is weighed: words, and the days of publication they name or allow.
 *
 * @param rule name of the rule, which chooses the {@link Shape}
 * @param days the days it allows, as shown to users; never empty
 * @param anchor the days from which the shape counts distances; never empty
 * @param span the words
 */
record Reason(String rule, DaySet days, DaySet anchor, Optional<Span> span) {

    /** Refuses a reason that allows no day. */
    Reason {
        if (days.isEmpty() || anchor.isEmpty()) {
            throw new IllegalArgumentException("a reason allows at least one day: " + rule);
        }
    }

    /** Builds a reason whose shape counts distances from the days it allows. */
    Reason(String rule, DaySet days, Optional<Span> span) {
        this(rule, days, days, span);
    }
}
