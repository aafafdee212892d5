package dev.tranche.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says how many threads read. */
final class ThreadsOption {

    private static final int MOST_THREADS = 256;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Read with N threads. Default: one for each processor. Results do not depend on it.")
    private @Nullable Integer threads;

    /** Returns how many threads read. */
    int threads() {
        if (threads == null) {
            return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw CommandException.usage(
                    "--threads needs a number from 1 to " + MOST_THREADS + ", not " + threads + ".");
        }
        return threads;
    }
}
