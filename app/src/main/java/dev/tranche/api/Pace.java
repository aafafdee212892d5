package dev.tranche.api;

import java.util.concurrent.TimeUnit;

/** How long the body of a request may take: some seconds, and more for each piece that has come. */
final class Pace {

    /** Also a slow telephone sends a form in this time. */
    static final int SECONDS = 20;

    /** A slow line of a house or telephone sends more than this. */
    static final int BYTES_EACH_SECOND = 32 << 10;

    private Pace() {}

    /** Returns whether so many bytes should have come sooner. */
    static boolean isTooSlow(long sinceNanos, long bytes) {
        return System.nanoTime() - sinceNanos > allowedNanos(bytes);
    }

    /** Returns how long so many bytes may take. */
    static long allowedNanos(long bytes) {
        return TimeUnit.SECONDS.toNanos(SECONDS) + TimeUnit.SECONDS.toNanos(bytes) / BYTES_EACH_SECOND;
    }

    static ApiProblem problem() {
        return ApiProblem.of(
                408,
                "too-slow",
                "Too slow",
                "The body did not come within " + SECONDS + " seconds plus one more for each "
                        + (BYTES_EACH_SECOND >> 10) + " KiB; nothing was done.");
    }
}
