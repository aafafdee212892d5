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
 * that waits without end is ended as well, {@value #PATIENCE} times as much time on the clock, without the time that
 * others take with what the process yields.
 */
final class Stopwatch implements AutoCloseable {

    /** How many times as much time on the clock a document may take. */
    static final int PATIENCE = 10;

    private static final Duration LONGEST_PERIOD = Duration.ofMillis(500);
    private static final ScheduledExecutorService CHECKS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("documents").factory());

    private final Process process;
    private final Duration limit;
    private final Duration computed;
    private final Duration period;
    private final Future<?> checks;
    private Duration waited = Duration.ZERO;
    private volatile boolean running = true;
    private volatile boolean late;

    /** Starts to count. */
    Stopwatch(Process process, Duration limit) {
        this.process = process;
        this.limit = limit;
        this.computed = computed();
        this.period = limit.dividedBy(4).compareTo(LONGEST_PERIOD) < 0 ? limit.dividedBy(4) : LONGEST_PERIOD;
        this.checks = CHECKS.scheduleWithFixedDelay(
                this::check, period.toMillis(), Math.max(1, period.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Stops counting on the clock while others work, or goes on. */
    void pause(boolean pause) {
        running = !pause;
    }

    /** Was the process ended because it took too long? */
    boolean isLate() {
        return late;
    }

    private void check() {
        waited = running ? waited.plus(period) : waited;
        if (computed().minus(computed).compareTo(limit) > 0 || waited.compareTo(limit.multipliedBy(PATIENCE)) > 0) {
            late = true;
            process.destroyForcibly();
        }
    }

    private Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        checks.cancel(false);
    }
}
