package dev.tranche.spark;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Prints to standard output how many shards are done, at most every few seconds. */
final class JobProgress extends SparkListener {

    private static final long PERIOD_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final int shards;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong told = new AtomicLong(System.nanoTime());
    private final long startNanos = System.nanoTime();

    JobProgress(PrintStream out, int shards) {
        this.out = out;
        this.shards = shards;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (!task.taskInfo().successful() || done.get() >= shards) {
            return;
        }
        int count = done.incrementAndGet();
        long now = System.nanoTime();
        long before = told.get();
        if (now - before > PERIOD_NANOS && told.compareAndSet(before, now)) {
            double seconds = (now - startNanos) / 1e9;
            double left = seconds / count * (shards - count);
            out.println(
                    String.format(Locale.ROOT, "tranche: %,d of %,d shards, about %,.0f s left", count, shards, left));
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        out.println("tranche: executor " + removed.executorId() + " is gone ("
                + removed.reason().lines().findFirst().orElse("") + "); what it was reading is read again.");
    }
}
