package dev.tranche.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The looks at a book, from which it follows what is new to someone.
 *
 * @param last the last look
 * @param before the last look of the visit before the one that {@code last} belongs to; empty during the first visit
 */
public record Visits(Look last, Optional<Look> before) {

    /** A look after this much time without any begins another visit. */
    public static final Duration PAUSE = Duration.ofMinutes(30);

    /**
     * A look at the book.
     *
     * @param head the number of the last entry of the journal that was seen; 0 for an empty book
     * @param at when
     */
    public record Look(long head, Instant at) {

        /** Refuses negative numbers. */
        public Look {
            if (head < 0) {
                throw new IllegalArgumentException("the entries of a journal are numbered from 1");
            }
        }
    }

    /** Returns the visits of somebody who looks for the first time. */
    static Visits first(Look look) {
        return new Visits(look, Optional.empty());
    }

    /** Returns the visits with one more look. A window that is behind another does not undo what the other showed. */
    Visits with(Look look) {
        boolean returns = look.at().isAfter(last.at().plus(PAUSE));
        return new Visits(
                new Look(Math.max(last.head(), look.head()), look.at()), returns ? Optional.of(last) : before);
    }

    /** Returns the visits with one more look, after which only later additions are new. */
    Visits seen(Look look) {
        Look now = with(look).last();
        return new Visits(now, Optional.of(now));
    }
}
