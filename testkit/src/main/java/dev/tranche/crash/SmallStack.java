package dev.tranche.crash;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a task in a thread with a stack of {@value #STACK_BYTES} bytes, as {@code -Xss640k} gives, and a time limit. */
public final class SmallStack {

    /** The size of the stack. */
    public static final long STACK_BYTES = 640L << 10;

    private SmallStack() {}

    /**
     * Returns the task's result.
     *
     * @param name what is tried, for the message
     * @param limitSeconds the time that the task may take; a task that takes longer fails and is not waited for
     * @param task what to do; an error of its own is the cause of the failure
     */
    public static <T> T call(String name, int limitSeconds, Callable<T> task) {
        FutureTask<T> work = new FutureTask<>(task);
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(limitSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            throw new AssertionError(name + " took more than " + limitSeconds + " seconds", slow);
        } catch (ExecutionException broken) {
            throw new AssertionError(name + " failed: " + broken.getCause(), broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name + " was interrupted", stopped);
        }
    }
}
