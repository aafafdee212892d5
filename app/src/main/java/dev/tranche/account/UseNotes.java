package dev.tranche.account;

import dev.tranche.store.AccountStore;
import java.time.Duration;
import java.time.Instant;

/**
 * Notes when sessions and tokens are used: once a minute, and not while somebody else writes the book for long, so that
 * no reader waits for a note. Many threads may use it.
 */
final class UseNotes {

    private static final Duration EACH = Duration.ofMinutes(1);

    /** After a note that had to be given up, none is tried for so long. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private volatile long quietSinceNanos = System.nanoTime() - QUIET.toNanos();

    /** Notes a use if the last note is old enough. */
    void note(AccountStore store, Instant noted, Instant now, Runnable work) {
        if (isFresh(noted, now) || System.nanoTime() - quietSinceNanos < QUIET.toNanos()) {
            return;
        }
        if (!store.inOneGoOrNot(work)) {
            quietSinceNanos = System.nanoTime();
        }
    }

    /** A note from the future comes from a clock that has since been set back. */
    private static boolean isFresh(Instant noted, Instant now) {
        return !noted.isAfter(now) && now.isBefore(noted.plus(EACH));
    }
}
