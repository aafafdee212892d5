package dev.tranche.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may be tried: each name has so many tries, one of which comes back after a while (token buckets).
 * Holds the names used last. Safe for several threads.
 */
final class Allowance {

    private static final int MOST_NAMES = 10_000;

    private final int tries;
    private final Duration comesBack;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_NAMES;
        }
    };

    private record Bucket(double left, Instant at) {}

    Allowance(int tries, Duration comesBack) {
        this.tries = tries;
        this.comesBack = comesBack;
    }

    /** Takes one try of a name; false when there is none left. */
    synchronized boolean take(String name, Instant now) {
        double left = left(name, now);
        if (left < 1) {
            return false;
        }
        buckets.put(name, new Bucket(left - 1, now));
        return true;
    }

    /** Gives a name all its tries back. */
    synchronized void forgive(String name) {
        buckets.remove(name);
    }

    private double left(String name, Instant now) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            return tries;
        }
        double back = (double) Duration.between(bucket.at(), now).toMillis() / comesBack.toMillis();
        return Math.min(tries, bucket.left() + Math.max(0, back));
    }

    /** Returns the seconds after which a try comes back at the latest. */
    long secondsToWait() {
        return comesBack.toSeconds();
    }
}
