package dev.tranche.pipeline;

import dev.tranche.ingest.Ingest;
import dev.tranche.problem.Problem;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.Incoming;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs reports through a function on several threads and passes on the results in input order.
 *
 * <p>Three stages: one thread reads inputs, some threads work, the caller's thread takes the results. The queue
 * between them is bounded by batches and by characters, so that memory does not grow with the input. A report on which
 * the function fails is an outcome like any other.
 *
 * @param <T> what a report is turned into
 */
public final class Pipeline<T> {

    /** Small reports travel together, since passing one on costs more than reading it. */
    private static final int BATCH_REPORTS = 64;

    private static final int BATCH_CHARACTERS = 1 << 18;

    /** The most characters of reports between reading and writing; a single longer report passes alone. */
    private static final int CHARACTERS_UNDERWAY = 1 << 25;

    private final int threads;
    private final Function<Incoming.Report, T> work;
    private final Progress progress;
    private final Semaphore room = new Semaphore(CHARACTERS_UNDERWAY);
    private final BlockingQueue<Batch<T>> queue;

    /**
     * Builds a pipeline.
     *
     * @param threads how many threads work, above 0
     * @param work turns a report into a result; called from several threads
     * @param progress receives what was read
     */
    public Pipeline(int threads, Function<Incoming.Report, T> work, Progress progress) {
        this.threads = threads;
        this.work = work;
        this.progress = progress;
        this.queue = new ArrayBlockingQueue<>(4 * threads + 4);
    }

    /** Reports that travel together; the last batch has no outcomes to wait for. */
    private record Batch<T>(Future<List<Outcome<T>>> outcomes, int characters, boolean isLast) {}

    /** Runs all inputs. What the sink throws ends the run. */
    public void run(List<Input> inputs, Consumer<Outcome<T>> sink) {
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("extract-", 1).daemon().factory());
        Thread reader = Thread.ofPlatform().name("read").daemon().unstarted(() -> readAll(inputs, workers));
        reader.start();
        try {
            for (Batch<T> batch = queue.take(); ; batch = queue.take()) {
                batch.outcomes.get().forEach(sink);
                room.release(batch.characters);
                if (batch.isLast) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", stopped);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading broke off: " + bug.getCause(), bug.getCause());
        } finally {
            reader.interrupt();
            workers.shutdownNow();
        }
    }

    private void readAll(List<Input> inputs, ExecutorService workers) {
        Future<List<Outcome<T>>> end = CompletableFuture.completedFuture(List.of());
        try {
            Batching batching = new Batching(workers);
            for (Input input : inputs) {
                read(input, batching);
            }
            batching.flush();
        } catch (RuntimeException | Error bug) {
            end = CompletableFuture.failedFuture(bug);
        } catch (InterruptedException stopped) {
            return;
        }
        try {
            queue.put(new Batch<>(end, 0, true));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Input input, Batching batching) throws InterruptedException {
        try (InputStream bytes = new Counted(input.source().open(), progress)) {
            Ingest.read(input.content(bytes), incoming -> {
                try {
                    batching.add(incoming);
                } catch (InterruptedException stopped) {
                    throw new Stopped(stopped);
                }
            });
        } catch (Stopped stopped) {
            throw stopped.cause;
        } catch (IOException broken) {
            String what =
                    input.address().isPresent() ? ": The address was not fetched: " : ": The file cannot be read: ";
            String message = input.name() + what + reason(broken) + ".";
            batching.add(new Incoming.Refused(input.name(), Problem.of(ProblemCode.UNREADABLE, message)));
        }
    }

    /** Carries an interruption through a reader that does not support one. */
    private static final class Stopped extends RuntimeException {
        private final InterruptedException cause;

        Stopped(InterruptedException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static String reason(IOException broken) {
        return switch (broken) {
            case NoSuchFileException missing -> "the link leads nowhere, or it was removed";
            case AccessDeniedException denied -> "access is denied";
            default -> {
                String message = broken.getMessage();
                yield message == null ? broken.getClass().getSimpleName() : message;
            }
        };
    }

    private List<Outcome<T>> process(List<Incoming> batch) {
        List<Outcome<T>> outcomes = new ArrayList<>(batch.size());
        for (Incoming incoming : batch) {
            outcomes.add(
                    switch (incoming) {
                        case Incoming.Refused refused -> Outcome.Refused.of(refused);
                        case Incoming.Report report -> process(report);
                    });
        }
        return outcomes;
    }

    /** A report that exhausts stack or heap must not take its neighbours with it. */
    private Outcome<T> process(Incoming.Report report) {
        try {
            return new Outcome.Done<>(report, work.apply(report));
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError bug) {
            return new Outcome.Failed<>(report, bug);
        }
    }

    /** Gathers what the reader yields; used by the reading thread alone. */
    private final class Batching {
        private final ExecutorService workers;
        private List<Incoming> batch = new ArrayList<>();
        private long characters;

        Batching(ExecutorService workers) {
            this.workers = workers;
        }

        void add(Incoming incoming) throws InterruptedException {
            batch.add(incoming);
            if (incoming instanceof Incoming.Report report) {
                characters += report.document().text().length();
            }
            if (batch.size() >= BATCH_REPORTS || characters >= BATCH_CHARACTERS) {
                flush();
            }
        }

        void flush() throws InterruptedException {
            if (batch.isEmpty()) {
                return;
            }
            List<Incoming> full = batch;
            int weight = (int) Math.min(characters, CHARACTERS_UNDERWAY);
            batch = new ArrayList<>();
            characters = 0;
            room.acquire(weight);
            queue.put(new Batch<>(workers.submit(() -> process(full)), weight, false));
        }
    }

    /** Reports to the progress how many bytes were read. */
    private static final class Counted extends FilterInputStream {
        private final Progress progress;

        Counted(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            progress.bytes(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            progress.bytes(Math.max(0, count));
            return count;
        }
    }
}
