package dev.tranche.pipeline;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal, rewritten every second of a run: done, total and time left where known, rate, problems, memory.
 *
 * <p>Counts are taken from any thread. Without a terminal it counts in silence.
 */
public final class Progress implements AutoCloseable {

    private static final long PERIOD_MILLIS = 1000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong reports = new AtomicLong();
    private final AtomicLong problems = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private final LongSupplier nanos;
    private final long startNanos;
    private final OptionalLong totalBytes;
    private @Nullable Thread writer;

    private Progress(LongSupplier nanos, OptionalLong totalBytes) {
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
        this.totalBytes = totalBytes;
    }

    /** Returns a progress that nobody sees. */
    public static Progress silent() {
        return new Progress(() -> 0, OptionalLong.empty());
    }

    /**
     * Returns a progress without a thread, for a caller that asks for the line.
     *
     * @param nanos a clock of nanoseconds
     * @param totalBytes size of all inputs, where known
     */
    public static Progress of(LongSupplier nanos, OptionalLong totalBytes) {
        return new Progress(nanos, totalBytes);
    }

    /** Returns a progress that writes to a terminal from a thread of its own until it is closed. */
    public static Progress on(PrintStream terminal, OptionalLong totalBytes) {
        Progress progress = new Progress(System::nanoTime, totalBytes);
        progress.writer = Thread.ofPlatform().name("progress").daemon().start(() -> progress.write(terminal));
        return progress;
    }

    /** Counts bytes that were read. */
    public void bytes(long count) {
        bytes.addAndGet(count);
    }

    /** Counts a finished report. */
    public void report() {
        reports.incrementAndGet();
    }

    /** Counts problems. */
    public void problems(int count) {
        problems.addAndGet(count);
    }

    /** Ends the line and clears it. */
    @Override
    public void close() {
        done.countDown();
        try {
            if (writer != null) {
                writer.join(PERIOD_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the line as of now. */
    public String line() {
        double seconds = Math.max(1, nanos.getAsLong() - startNanos) / 1e9;
        double read = bytes.get();
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%,d reports", reports.get()));
        if (totalBytes.isPresent() && totalBytes.getAsLong() > 0) {
            double share = Math.min(100, 100 * read / totalBytes.getAsLong());
            line.append(String.format(Locale.ROOT, " · %.0f %% of %.1f MB", share, totalBytes.getAsLong() / 1e6));
        } else {
            line.append(String.format(Locale.ROOT, " · %.1f MB", read / 1e6));
        }
        line.append(String.format(Locale.ROOT, " · %,.0f/s", reports.get() / seconds));
        if (totalBytes.isPresent() && read > 0 && read < totalBytes.getAsLong()) {
            line.append(left(seconds * (totalBytes.getAsLong() - read) / read));
        }
        line.append(
                String.format(Locale.ROOT, " · %,d %s", problems.get(), problems.get() == 1 ? "problem" : "problems"));
        Runtime machine = Runtime.getRuntime();
        long heap = (machine.totalMemory() - machine.freeMemory()) >> 20;
        return line.append(" · ").append(heap).append(" MiB").toString();
    }

    private static String left(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120
                ? String.format(Locale.ROOT, " · %d s left", whole)
                : String.format(Locale.ROOT, " · %d min left", Math.round(whole / 60.0));
    }

    private void write(PrintStream terminal) {
        boolean shown = false;
        try {
            while (!done.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                terminal.print(CLEAR_LINE + line());
                terminal.flush();
                shown = true;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (shown) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }
}
