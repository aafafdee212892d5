package dev.tranche.api;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Follower;
import dev.tranche.store.Store;
import dev.tranche.store.StoreException;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import dev.tranche.view.LeanReading;
import java.lang.ref.SoftReference;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The book as the server shows it: one snapshot for all requests, swapped when the journal has grown, by this program
 * or by another one. The first snapshot is that of the ledger alone, which needs few of the entries; whoever asks it
 * for more waits until the whole book is read.
 *
 * <p>One thread alone looks at the journal, once a second and whenever it is asked to.
 */
final class Books implements AutoCloseable {

    private static final int LOOK_SECONDS = 1;

    /**
     * The whole book is read this long after its ledger is there, so that the first page need not share the processors.
     */
    private static final int FIRST_LOOK_MILLIS = 200;

    private static final String TOO_LARGE =
            ": the book does not fit into the memory of the program. Give it more, such as"
                    + " TRANCHE_JAVA_OPTIONS=-Xmx8g.";

    /** How many earlier states are kept for lists that someone is still paging through, memory permitting. */
    private static final int KEPT = 3;

    /** How long a request waits for the first state of the book. */
    private static final long MOST_WAITED_SECONDS = 10;

    /** Seconds between the lines that a long start shows. */
    private static final long PROGRESS_SECONDS = 5;

    private final BookAddress book;
    private final ServerLog log;
    private final BookSettings settings;
    private final UnaryOperator<String> nameOf;
    private final GrowingBook growing;
    private final Deque<SoftReference<BookView>> earlier = new ArrayDeque<>();
    private final List<Consumer<BookView>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("book").daemon().factory());
    private Future<?> first = CompletableFuture.completedFuture("");
    private Optional<Store> store = Optional.empty();
    private volatile Optional<BookView> current = Optional.empty();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private boolean isBroken;
    private volatile Optional<Known> known = Optional.empty();
    private volatile boolean isReplaced;
    private volatile Optional<Early> early = Optional.empty();

    /** The last entry shown, by which a book is recognised. */
    private record Known(long number, Optional<String> hash) {}

    /** The ledger that is shown before the whole book is read, and the whole that it waits for. */
    private record Early(BookView ledger, CompletableFuture<BookView> whole) {}

    private Books(BookAddress book, BookSettings settings, UnaryOperator<String> nameOf, ServerLog log) {
        this.book = book;
        this.log = log;
        this.settings = settings;
        this.nameOf = nameOf;
        this.growing = new GrowingBook(settings, nameOf);
    }

    /** Reads the book and begins to watch it. Throws {@link StoreException} for a book that cannot be read. */
    static Books open(BookAddress book, BookSettings settings, UnaryOperator<String> nameOf, ServerLog log) {
        Books books = begin(book, settings, nameOf, log);
        books.await();
        books.watch();
        return books;
    }

    /** Begins to read the book on a thread of its own; nothing is shown before {@link #await}. */
    static Books begin(BookAddress book, BookSettings settings, UnaryOperator<String> nameOf, ServerLog log) {
        Books books = new Books(book, settings, nameOf, log);
        books.first = books.watcher.submit(books::takeLedger);
        return books;
    }

    /** Waits until the ledger of the book is ready. Throws {@link StoreException} for a book that cannot be read. */
    void await() {
        try {
            first.get();
        } catch (ExecutionException failed) {
            close();
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof OutOfMemoryError) {
                throw new StoreException(StoreException.Reason.FAILED, book + TOO_LARGE);
            }
            throw new IllegalStateException("the book could not be read", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the book was interrupted", stopped);
        }
    }

    /** Begins to watch the book; the rest of it is read first, and what it says besides sums is merged. */
    void watch() {
        Future<?> _ = unlessEnding(() -> watcher.scheduleWithFixedDelay(
                this::look, FIRST_LOOK_MILLIS, LOOK_SECONDS * 1_000L, TimeUnit.MILLISECONDS));
    }

    /** Has something built while the whole book is read, once the first page has been answered. */
    void soon(Supplier<?> made) {
        Thread aside = Thread.ofPlatform().name("aside").daemon().unstarted(() -> {
            Object _ = made.get();
        });
        Future<?> _ = unlessEnding(() -> watcher.schedule(aside::start, FIRST_LOOK_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Has the watching thread do something; a server that is ending says so, rather than that its thread is gone. */
    private Future<?> unlessEnding(Supplier<Future<?>> begun) {
        try {
            return begun.get();
        } catch (RejectedExecutionException ended) {
            throw ending();
        }
    }

    private StoreException ending() {
        return new StoreException(StoreException.Reason.UNREACHABLE, book + ": the server is ending.");
    }

    private void load() {
        growing.complete();
        long before = shownHead();
        takeIn();
        growing.complete();
        BookView now = shown();
        if (now.head() != before) {
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    private Store opened() {
        store.filter(one -> !one.isAlive()).ifPresent(this::letGo);
        Store opened = store.orElseGet(() -> Store.open(book, Access.READ, InstantSource.system()));
        store = Optional.of(opened);
        return opened;
    }

    /** Shows the ledger from the entries that it needs; where the book does not say which they are, reads all of it. */
    private void takeLedger() {
        Store opened = opened();
        GrowingBook ledger = new GrowingBook(settings, nameOf);
        OptionalLong last = opened.followLedger(new Follower() {
            @Override
            public void take(long number, LeanReading reading) {
                ledger.add(number, reading);
            }

            @Override
            public void take(long number, JournalEntry entry) {
                ledger.add(number, entry);
            }
        });
        if (last.isEmpty()) {
            takeIn();
            return;
        }
        CompletableFuture<BookView> whole = new CompletableFuture<>();
        BookView view = ledger.ledgerOf(last.getAsLong(), whole);
        known = Optional.of(new Known(view.head(), opened.hash(view.head())));
        early = Optional.of(new Early(view, whole));
        current = Optional.of(view);
    }

    /** Replaces the ledger alone with the whole book once all entries are read that the ledger was made of. */
    private void showWhole(long number) {
        Optional<Early> shown = early.filter(one -> one.ledger().head() == number);
        if (shown.isEmpty()) {
            return;
        }
        BookView view = growing.begin();
        if (!view.ledger().equals(shown.get().ledger().ledger())) {
            log.say(book
                    + ": its derived tables do not match the journal, so the ledger shown until now was wrong."
                    + " 'tranche rebuild --tables' rebuilds them.");
        }
        early = Optional.empty();
        current = Optional.of(view);
        shown.get().whole().complete(view);
    }

    /** Takes in what is new of the journal, and shows it as soon as the ledger is ready. */
    private void takeIn() {
        if (isReplaced) {
            return;
        }
        Store opened = opened();
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
            showWhole(number);
        });
        if (growing.head() == shownHead() && early.isEmpty()) {
            return;
        }
        known = Optional.of(new Known(growing.head(), opened.hash(growing.head())));
        if (isLong[0]) {
            log.say("building the ledger from " + growing.head() + " entries …");
        }
        BookView view = growing.begin();
        synchronized (earlier) {
            current.ifPresent(before -> earlier.addFirst(new SoftReference<>(before)));
            while (earlier.size() > KEPT) {
                earlier.removeLast();
            }
        }
        current = Optional.of(view);
        early = Optional.empty();
    }

    /**
     * A database that is away for a while must not end the server: the last state stays, and the failure is logged
     * once.
     */
    private void look() {
        try {
            load();
            if (isBroken) {
                log.say("the book can be read again.");
            }
            isBroken = false;
        } catch (RuntimeException | OutOfMemoryError failed) {
            if (!isBroken) {
                report(failed);
            }
            isBroken = true;
            // Nobody should wait for what may never come; the next look shows the whole book all the same.
            early.ifPresent(one -> one.whole().completeExceptionally(failed));
            store.ifPresent(this::letGo);
        }
    }

    private void report(Throwable failed) {
        switch (failed) {
            case OutOfMemoryError _ -> log.say("the book cannot be read at the moment: " + book + TOO_LARGE);
            case StoreException lost -> log.say("the book cannot be read at the moment: " + lost.getMessage());
            default -> log.bug("the reading of the book", failed);
        }
    }

    private void letGo(Store lost) {
        closeQuietly(lost);
        store = Optional.empty();
    }

    /** Refuses a book that does not hold the last entry that is shown: restored from a copy, or replaced. */
    void check(Store opened) {
        Optional<Known> shown = known;
        if (shown.isPresent()
                && !opened.hash(shown.get().number()).equals(shown.get().hash())) {
            isReplaced = true;
            throw new StoreException(
                    StoreException.Reason.REPLACED,
                    book + ": this is not the book that the server shows: its entry "
                            + shown.get().number() + " is different or missing. Nothing more is shown or changed;"
                            + " restart the server.");
        }
    }

    /** Refuses everything once another book has replaced the one shown: the two must not be mixed. */
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
            // The earlier failure is the one to report.
        }
    }

    /** Returns the book as it is shown now; waits for the first state of it. */
    BookView current() {
        if (!first.isDone()) {
            awaitFirst();
        }
        return shown();
    }

    private BookView shown() {
        return current.orElseThrow(() -> new IllegalStateException("the book is asked for before it is read"));
    }

    /** Returns the number of the last entry that is shown; before anything is, one that no book has. */
    private long shownHead() {
        return current.map(BookView::head).orElse(-1L);
    }

    /**
     * Requests come in as soon as the network is there; they must not pile up behind a book that takes long to read.
     */
    private void awaitFirst() {
        try {
            first.get(MOST_WAITED_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw ApiProblem.of(
                    503,
                    "reading",
                    "The book is being read",
                    "The server has just been started and is still reading the book; ask again in a few seconds.");
        } catch (ExecutionException failed) {
            throw new StoreException(StoreException.Reason.UNREACHABLE, book + ": the book cannot be read.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ending();
        }
    }

    /** Returns the book as it was shown up to an entry, if that is still kept. */
    Optional<BookView> at(long head) {
        BookView now = current();
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
            unlessEnding(() -> watcher.submit(this::look)).get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("the book could not be read", bug.getCause());
        }
        return shown();
    }

    /** Calls a function with every new state, on the thread that watches. */
    void onChange(Consumer<BookView> listener) {
        listeners.add(listener);
    }

    /** A book that could not be read is already closed when its server is. */
    @Override
    public void close() {
        if (!isClosed.compareAndSet(false, true)) {
            return;
        }
        early.ifPresent(one -> one.whole().completeExceptionally(ending()));
        watcher.execute(() -> store.ifPresent(Books::closeQuietly));
        watcher.shutdown();
    }
}
