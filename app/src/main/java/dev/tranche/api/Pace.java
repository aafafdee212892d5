package dev.tranche.api;

import java.util.concurrent.TimeUnit;

/** How long the body of a request may take: some seconds, plus more for each piece that has arrived. */
final class Pace {

    /** Even a slow phone sends a form in this time. */
    static final int SECONDS = 20;

    /** Even a slow home or phone connection sends more than this. */
    static final int BYTES_EACH_SECOND = 32 << 10;

    private Pace() {}

    /** Returns whether this many bytes should have arrived sooner. */
    static boolean isTooSlow(long sinceNanos, long bytes) {
        return System.nanoTime() - sinceNanos > allowedNanos(bytes);
    }

    /** Returns how long this many bytes may take. */
    static long allowedNanos(long bytes) {
        return TimeUnit.SECONDS.toNanos(SECONDS) + TimeUnit.SECONDS.toNanos(bytes) / BYTES_EACH_SECOND;
    }

    static ApiProblem problem() {
        return ApiProblem.of(
                408,
                "too-slow",
                "Too slow",
                "The body did not arrive within " + SECONDS + " seconds plus one more for each "
                        + (BYTES_EACH_SECOND >> 10) + " KiB; nothing was done.");
    }
}
