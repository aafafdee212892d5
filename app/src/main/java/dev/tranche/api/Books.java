package dev.tranche.api;

import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.store.StoreException;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import java.lang.ref.SoftReference;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The book as the server shows it: one snapshot for all requests, swapped when the journal has grown, by this program or
 * by another one.
 *
 * <p>One thread alone looks at the journal, once a second and whenever it is asked to.
 */
final class Books implements AutoCloseable {

    private static final int LOOK_SECONDS = 1;

    /** So many earlier states are kept for lists that somebody is still leafing through, memory allowing. */
    private static final int KEPT = 3;

    /** A long start shows a line every so many seconds. */
    private static final long PROGRESS_SECONDS = 5;

    private final BookAddress book;
    private final ServerLog log;
    private final GrowingBook growing;
    private final Deque<SoftReference<BookView>> earlier = new ArrayDeque<>();
    private final List<Consumer<BookView>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("book").daemon().factory());
    private Optional<Store> store = Optional.empty();
    private volatile BookView current;
    private boolean isBroken;
    private volatile Optional<Known> known = Optional.empty();
    private volatile boolean isReplaced;

    /** The last entry that is shown, by which a book is recognised. */
    private record Known(long number, Optional<String> hash) {}

    private Books(BookAddress book, BookSettings settings, UnaryOperator<String> nameOf, ServerLog log) {
        this.book = book;
        this.log = log;
        this.growing = new GrowingBook(settings, nameOf);
        this.current = growing.view();
    }

    /** Reads the book and begins to watch it. Throws {@link StoreException} for a book that cannot be read. */
    static Books open(BookAddress book, BookSettings settings, UnaryOperator<String> nameOf, ServerLog log) {
        Books books = new Books(book, settings, nameOf, log);
        try {
            books.watcher.submit(books::load).get();
        } catch (ExecutionException failed) {
            books.close();
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof OutOfMemoryError) {
                throw new StoreException(
                        StoreException.Reason.FAILED,
                        book + ": the book does not fit into the memory of the program. Give it more, such as"
                                + " TRANCHE_JAVA_OPTIONS=-Xmx8g.");
            }
            throw new IllegalStateException("the book could not be read", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the book was interrupted", stopped);
        }
        Future<?> _ = books.watcher.scheduleWithFixedDelay(books::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return books;
    }

    private void load() {
        if (isReplaced) {
            return;
        }
        store.filter(one -> !one.isAlive()).ifPresent(this::letGo);
        Store opened = store.orElseGet(() -> Store.open(book, Access.READ, InstantSource.system()));
        store = Optional.of(opened);
        check(opened);
        boolean isFirst = growing.head() == 0;
        long[] told = {System.nanoTime()};
        boolean[] isLong = {false};
        opened.follow(growing, number -> {
            if (isFirst && System.nanoTime() - told[0] > TimeUnit.SECONDS.toNanos(PROGRESS_SECONDS)) {
                told[0] = System.nanoTime();
                isLong[0] = true;
                log.say("reading the book, " + number + " entries so far …");
            }
        });
        if (growing.head() == current.head()) {
            return;
        }
        known = Optional.of(new Known(growing.head(), opened.hash(growing.head())));
        if (isLong[0]) {
            log.say("keeping the books of " + growing.head() + " entries …");
        }
        BookView view = growing.view();
        synchronized (earlier) {
            earlier.addFirst(new SoftReference<>(current));
            while (earlier.size() > KEPT) {
                earlier.removeLast();
            }
        }
        current = view;
        listeners.forEach(listener -> listener.accept(view));
    }

    /** A database that is away for a while must not end the server: the last state stays and is told once. */
    private void look() {
        try {
            load();
            if (isBroken) {
                log.say("the book can be read again.");
            }
            isBroken = false;
        } catch (RuntimeException | OutOfMemoryError failed) {
            if (!isBroken) {
                log.say("the book cannot be read at the moment: " + failed.getMessage());
            }
            isBroken = true;
            store.ifPresent(this::letGo);
        }
    }

    private void letGo(Store lost) {
        closeQuietly(lost);
        store = Optional.empty();
    }

    /** Refuses a book that does not hold the last entry that is shown: restored from a copy, or put in its place. */
    void check(Store opened) {
        Optional<Known> shown = known;
        if (shown.isPresent()
                && !opened.hash(shown.get().number()).equals(shown.get().hash())) {
            isReplaced = true;
            throw new StoreException(
                    StoreException.Reason.REPLACED,
                    book + ": this is not the book that the server shows: its entry "
                            + shown.get().number() + " is different or missing. Nothing is shown or changed any more;"
                            + " restart the server.");
        }
    }

    /** Refuses everything once another book is in the place of the one that is shown: the two must not be mixed. */
    void refuseReplaced() {
        if (isReplaced) {
            throw new StoreException(
                    StoreException.Reason.REPLACED,
                    book + ": this is not the book that the server shows. Restart the server.");
        }
    }

    private static void closeQuietly(Store store) {
        try {
            store.close();
        } catch (StoreException ignored) {
            // The failure before is the one to tell.
        }
    }

    /** Returns the book as it is shown now. */
    BookView current() {
        return current;
    }

    /** Returns the book as it was shown up to an entry, if that is kept still. */
    Optional<BookView> at(long head) {
        BookView now = current;
        if (now.head() == head) {
            return Optional.of(now);
        }
        synchronized (earlier) {
            return earlier.stream()
                    .flatMap(kept -> Optional.ofNullable(kept.get()).stream())
                    .filter(view -> view.head() == head)
                    .findFirst();
        }
    }

    /** Looks at the journal now and returns the book with everything that was added before the call. */
    BookView refreshed() {
        try {
            watcher.submit(this::look).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException mistake) {
            throw new IllegalStateException("the book could not be read", mistake.getCause());
        }
        return current;
    }

    /** Calls a function with every new state, on the thread that watches. */
    void onChange(Consumer<BookView> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        watcher.execute(() -> store.ifPresent(Books::closeQuietly));
        watcher.shutdown();
    }
}
