package dev.tranche.pipeline;

import dev.tranche.ingest.fetch.Answer;
import dev.tranche.ingest.fetch.FetchException;
import dev.tranche.ingest.fetch.Fetcher;
import dev.tranche.ingest.watch.Archive;
import dev.tranche.ingest.watch.Watcher;
import dev.tranche.ingest.watch.Web;
import dev.tranche.source.Incoming;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Polls the watched feeds of a book until it is closed: the same for {@code tranche watch run} and for a server.
 *
 * <p>One program at a time polls a list; another waits until it has ended. Closing aborts the request under way and
 * leaves its feed as it was, so that it is fetched again after the next start.
 */
public final class Polling implements AutoCloseable {

    /** Feeds that another program adds are seen after this time. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(15);

    /** After a disk or a book that failed. */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private static final long CLOSING_SECONDS = 10;

    private final WatchFiles files;
    private final Fetcher fetcher;
    private final Told told;
    private final InstantSource clock;
    private final Watcher watcher;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Object waiting = new Object();
    private Optional<Thread> thread = Optional.empty();
    private Optional<Future<Answer>> request = Optional.empty();
    private boolean woken;
    private boolean closed;

    /** Receives the outcome. All methods are called by the thread that polls. */
    public interface Told {
        /** Adds a report to the book; throws what the book throws, and the feed is then fetched again later. */
        void take(Incoming.Report report);

        /** Takes notice of something that is not a report. */
        void refused(Incoming.Refused refused);

        /** Takes notice of a round in which something was fetched. */
        void round(Watcher.Round round);

        /** Takes the sentence that says why nothing can be polled for now. */
        void trouble(String sentence);
    }

    /** Prepares; nothing is fetched yet. */
    public Polling(WatchFiles files, Fetcher fetcher, Told told, InstantSource clock) {
        this.files = files;
        this.fetcher = fetcher;
        this.told = told;
        this.clock = clock;
        this.watcher = new Watcher(files.list(), new Requests(), new Archive(files.archive()), clock);
    }

    /**
     * Polls whatever is due once, on the calling thread.
     *
     * @return what was done; empty when another program polls this list
     */
    public Optional<Watcher.Round> once() throws IOException, InterruptedException {
        try (Turn turn = new Turn()) {
            return turn.taken() ? Optional.of(watcher.run(this::pass)) : Optional.empty();
        }
    }

    /** Starts a thread that polls until {@link #close}. */
    public void start() {
        synchronized (waiting) {
            if (thread.isEmpty() && !closed) {
                thread = Optional.of(Thread.ofPlatform().name("feeds").daemon().start(this::run));
            }
        }
    }

    /** Polls on the calling thread until {@link #close} or an interruption. */
    public void run() {
        String trouble = "";
        while (!isClosed()) {
            String failure;
            try {
                failure = rounds();
            } catch (InterruptedException ended) {
                return;
            } catch (IOException | RuntimeException failed) {
                failure = "the feeds cannot be polled at the moment: " + failed.getMessage();
            }
            if (!failure.equals(trouble) && !isClosed()) {
                told.trouble(failure);
                trouble = failure;
            }
            try {
                rest(AFTER_FAILURE);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    /** Polls until something fails, and returns what. */
    private String rounds() throws IOException, InterruptedException {
        try (Turn turn = new Turn()) {
            if (!turn.taken()) {
                return "another program polls these feeds; this one waits until it has finished.";
            }
            while (true) {
                Watcher.Round round = watcher.run(this::pass);
                if (round.asked() > 0) {
                    told.round(round);
                }
                Instant now = clock.instant();
                rest(watcher.next()
                        .map(next -> next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO)
                        .filter(length -> length.compareTo(LONGEST_SLEEP) < 0)
                        .orElse(LONGEST_SLEEP));
            }
        }
    }

    private void pass(Incoming incoming) {
        switch (incoming) {
            case Incoming.Report report -> told.take(report);
            case Incoming.Refused refused -> told.refused(refused);
        }
    }

    /** Waits until the thread that {@link #start} began has ended. */
    public void join() throws InterruptedException {
        Optional<Thread> polling;
        synchronized (waiting) {
            polling = thread;
        }
        if (polling.isPresent()) {
            polling.get().join();
        }
    }

    /** Looks at the list at once. */
    public void wake() {
        synchronized (waiting) {
            woken = true;
            waiting.notifyAll();
        }
    }

    private boolean isClosed() {
        synchronized (waiting) {
            return closed;
        }
    }

    private void rest(Duration length) throws InterruptedException {
        rest(length, true);
    }

    private void rest(Duration length, boolean endsWhenWoken) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        synchronized (waiting) {
            while (!closed && !(woken && endsWhenWoken)) {
                long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (millis <= 0) {
                    return;
                }
                waiting.wait(millis);
            }
            woken &= !endsWhenWoken;
            if (closed) {
                throw new InterruptedException("polling ends");
            }
        }
    }

    /** Ends the polling, including any request under way; returns when the book is released. */
    @Override
    public void close() {
        Optional<Thread> polling;
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
            request.ifPresent(one -> one.cancel(true));
            polling = thread;
        }
        try {
            if (polling.isPresent()) {
                polling.get().join(Duration.ofSeconds(CLOSING_SECONDS));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        requests.shutdownNow();
    }

    /** Requests on threads of their own: an interruption closes their sockets, and files are never closed by one. */
    private final class Requests implements Web {

        @Override
        public Answer get(String address, Map<String, String> headers) throws FetchException, InterruptedException {
            Future<Answer> answer;
            synchronized (waiting) {
                if (closed) {
                    throw new InterruptedException("polling ends");
                }
                answer = requests.submit(() -> fetcher.step(address, headers));
                request = Optional.of(answer);
            }
            try {
                return answer.get();
            } catch (CancellationException ended) {
                throw new InterruptedException("polling ends");
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof FetchException known) {
                    throw known;
                }
                throw new IllegalStateException("fetching " + address, failed.getCause());
            }
        }

        @Override
        public void rest(Duration length) throws InterruptedException {
            Polling.this.rest(length, false);
        }
    }

    /** The right to poll a list, which one program has at a time. */
    private final class Turn implements AutoCloseable {
        private final FileChannel channel;
        private final Optional<FileLock> lock;

        Turn() throws IOException {
            channel = FileChannel.open(files.polling(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = tryLock();
        }

        private Optional<FileLock> tryLock() throws IOException {
            try {
                return Optional.ofNullable(channel.tryLock());
            } catch (OverlappingFileLockException ofThisProgram) {
                return Optional.empty();
            } catch (IOException failed) {
                channel.close();
                throw failed;
            }
        }

        boolean taken() {
            return lock.isPresent();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
