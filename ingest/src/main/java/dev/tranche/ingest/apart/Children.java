package dev.tranche.ingest.apart;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The processes that read documents: started when they are needed, used again for the next document, and ended when they
 * have had nothing to do for a while. Safe for several threads.
 */
final class Children {

    private static final ScheduledExecutorService IDLE = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("idle-documents").factory());

    private final Limits limits;
    private final Path java;
    private final Class<?> program;
    private final Semaphore places;
    private final Deque<Child> idle = new ArrayDeque<>();
    private final Set<Child> alive = new LinkedHashSet<>();

    /**
     * What a process may use.
     *
     * @param heapMegabytes its memory for objects; it takes about 100 MB besides
     * @param time how long it may compute on one document
     * @param patience how long it may take for one on the clock, without what others take with the results
     * @param processes the most processes at a time; further documents wait
     * @param kept how long a process without a document is kept
     */
    record Limits(int heapMegabytes, Duration time, Duration patience, int processes, Duration kept) {

        /** A document of 64 MiB fits, and one of 2,000 pages takes an eighth of the time. */
        static final Limits USUAL = new Limits(
                512,
                Duration.ofMinutes(2),
                Duration.ofMinutes(20),
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4),
                Duration.ofSeconds(20));
    }

    Children(Limits limits) {
        this(limits, Path.of(System.getProperty("java.home"), "bin", "java"), ChildMain.class);
    }

    /**
     * Builds processes none of which has been started.
     *
     * @param java the Java that runs them
     * @param program the class that it runs
     */
    Children(Limits limits, Path java, Class<?> program) {
        this.limits = limits;
        this.java = java;
        this.program = program;
        this.places = new Semaphore(limits.processes());
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAll));
    }

    Limits limits() {
        return limits;
    }

    /** Returns the number of processes that are running or were not found to have ended. */
    synchronized int count() {
        return alive.size();
    }

    /**
     * Takes a process, waiting for one to become free if all are in use. Each is given back with {@link #give}.
     *
     * @throws IOException if none can be started
     */
    Child take() throws IOException {
        places.acquireUninterruptibly();
        try {
            synchronized (this) {
                for (Child next = idle.pollLast(); next != null; next = idle.pollLast()) {
                    if (next.isUsable()) {
                        return next;
                    }
                    end(next);
                }
            }
            Child started = Child.start(command());
            synchronized (this) {
                alive.add(started);
            }
            return started;
        } catch (IOException | RuntimeException failed) {
            places.release();
            throw failed;
        }
    }

    /** Gives a process back. */
    void give(Child child) {
        synchronized (this) {
            if (child.isUsable()) {
                idle.addLast(child);
                Future<?> _ = IDLE.schedule(() -> endIdle(child), limits.kept().toMillis(), TimeUnit.MILLISECONDS);
            } else {
                end(child);
            }
        }
        places.release();
    }

    /** Ends a process unless it has been used meanwhile; then its next return ends it later. */
    private synchronized void endIdle(Child child) {
        if (idle.remove(child)) {
            end(child);
        }
    }

    private synchronized void end(Child child) {
        alive.remove(child);
        child.close();
    }

    private synchronized void closeAll() {
        alive.forEach(Child::close);
    }

    private List<String> command() throws IOException {
        return List.of(
                java.toString(),
                "-Xmx" + limits.heapMegabytes() + "m",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-cp",
                ClassPath.ofThisProgram(),
                program.getName());
    }
}
