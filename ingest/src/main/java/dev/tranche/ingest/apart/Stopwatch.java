package dev.tranche.ingest.apart;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a process that computes too long on one document.
 *
 * <p>The time that the process computes counts, since on a busy machine any document takes long; and so that a process
 * that waits without end is ended as well, so does time on the clock, without the time that others take with what the
 * process yields.
 */
final class Stopwatch implements AutoCloseable {

    private static final Duration LONGEST_PERIOD = Duration.ofMillis(500);
    private static final ScheduledExecutorService CHECKS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("documents").factory());

    private final Process process;
    private final Children.Limits limits;
    private final Duration computed;
    private final Duration period;
    private final Future<?> checks;
    private Duration waited = Duration.ZERO;
    private volatile boolean running = true;
    private volatile Outcome outcome = Outcome.IN_TIME;

    /** Whether the process was ended, and why. */
    enum Outcome {
        /** It was not ended. */
        IN_TIME,
        /** It computed too long. */
        COMPUTED,
        /** It waited, or was kept waiting by other programs, too long. */
        WAITED
    }

    /** Starts to count. */
    Stopwatch(Process process, Children.Limits limits) {
        this.process = process;
        this.limits = limits;
        this.computed = computed();
        Duration quarter = limits.time().dividedBy(4);
        this.period = quarter.compareTo(LONGEST_PERIOD) < 0 ? quarter : LONGEST_PERIOD;
        this.checks = CHECKS.scheduleWithFixedDelay(
                this::check, period.toMillis(), Math.max(1, period.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Stops counting on the clock while others work, or goes on. */
    void pause(boolean pause) {
        running = !pause;
    }

    /** Returns whether the process was ended, and why. */
    Outcome outcome() {
        return outcome;
    }

    private void check() {
        waited = running ? waited.plus(period) : waited;
        if (computed().minus(computed).compareTo(limits.time()) > 0) {
            end(Outcome.COMPUTED);
        } else if (waited.compareTo(limits.patience()) > 0) {
            end(Outcome.WAITED);
        }
    }

    private void end(Outcome why) {
        outcome = why;
        process.destroyForcibly();
    }

    private Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        checks.cancel(false);
    }
}
