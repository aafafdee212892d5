package dev.tranche.account;

import dev.tranche.store.AccountStore;
import java.time.Duration;
import java.time.Instant;

/**
 * Records when sessions and tokens are used: once a minute, and not while another program holds the book for writing,
 * so that no reader waits for it. Many threads may use it.
 */
final class UseNotes {

    private static final Duration EACH = Duration.ofMinutes(1);

    /** How long no record is attempted after one that had to be abandoned. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private volatile long quietSinceNanos = System.nanoTime() - QUIET.toNanos();

    /** Records a use if the last record is old enough. */
    void note(AccountStore store, Instant noted, Instant now, Runnable work) {
        if (isFresh(noted, now) || System.nanoTime() - quietSinceNanos < QUIET.toNanos()) {
            return;
        }
        if (!store.inOneGoOrNot(work)) {
            quietSinceNanos = System.nanoTime();
        }
    }

    /** A record from the future comes from a clock that has since been set back. */
    private static boolean isFresh(Instant noted, Instant now) {
        return !noted.isAfter(now) && now.isBefore(noted.plus(EACH));
    }
}
