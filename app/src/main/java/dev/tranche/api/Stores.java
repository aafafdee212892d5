package dev.tranche.api;

import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.store.StoreException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Connections to the book for requests: some to read, each for one request at a time, and one to write. */
final class Stores implements AutoCloseable {

    private static final int READERS = 8;

    /** How long a request waits for a connection, holding its thread; after that, the answer is to try again. */
    private static final int WAIT_SECONDS = 10;

    /** A connection that was idle for longer is checked before it is used: its server may have closed it. */
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final BookAddress book;
    private final InstantSource clock;
    private final Consumer<Store> check;
    private final ConcurrentLinkedQueue<Idle> readers = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(READERS, true);
    private final ReentrantLock writing = new ReentrantLock(true);
    private Optional<Idle> writer = Optional.empty();

    /** A connection that nobody uses, and since when. */
    private record Idle(Store store, long sinceNanos) {

        static Idle now(Store store) {
            return new Idle(store, System.nanoTime());
        }

        /** Is it still one to the book? A file is checked each time, since that costs nothing. */
        boolean isUsable() {
            boolean isFresh =
                    store.address() instanceof BookAddress.OnServer && System.nanoTime() - sinceNanos < FRESH_NANOS;
            return isFresh || store.isAlive();
        }
    }

    /**
     * Builds it; connections are opened when they are needed.
     *
     * @param check refuses a book that is not the one that is shown
     */
    Stores(BookAddress book, InstantSource clock, Consumer<Store> check) {
        this.book = book;
        this.clock = clock;
        this.check = check;
    }

    /** Asks the book something. */
    <T> T ask(Function<Store, T> question) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            Store store = reader();
            T answer;
            try {
                answer = question.apply(store);
            } catch (RuntimeException | Error failed) {
                // A connection that failed once is not trusted again.
                closeQuietly(store);
                throw failed;
            }
            readers.add(Idle.now(store));
            return answer;
        } finally {
            places.release();
        }
    }

    private StoreException busy() {
        return new StoreException(
                StoreException.Reason.BUSY, book + ": all connections to the book are waiting for it.");
    }

    private Store reader() {
        for (Idle idle = readers.poll(); idle != null; idle = readers.poll()) {
            if (idle.isUsable()) {
                return idle.store();
            }
            closeQuietly(idle.store());
        }
        return opened(Access.READ, InstantSource.system());
    }

    private Store opened(Access access, InstantSource time) {
        Store store = Store.open(book, access, time);
        try {
            check.accept(store);
            return store;
        } catch (RuntimeException | Error other) {
            closeQuietly(store);
            throw other;
        }
    }

    /** Changes the book, one change at a time. A book that is gone is not created again. */
    <T> T change(Function<Store, T> change) {
        try {
            if (!writing.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            Store store = writer();
            check.accept(store);
            T answer = change.apply(store);
            writer = Optional.of(Idle.now(store));
            return answer;
        } catch (StoreException failed) {
            writer.ifPresent(idle -> closeQuietly(idle.store()));
            writer = Optional.empty();
            throw failed;
        } finally {
            writing.unlock();
        }
    }

    private Store writer() {
        writer.filter(idle -> !idle.isUsable()).ifPresent(idle -> {
            closeQuietly(idle.store());
            writer = Optional.empty();
        });
        Idle idle = writer.orElseGet(() -> Idle.now(opened(Access.CHANGE, clock)));
        writer = Optional.of(idle);
        return idle.store();
    }

    private static void closeQuietly(Store store) {
        try {
            store.close();
        } catch (StoreException ignored) {
            // It was already lost.
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            writer.ifPresent(idle -> closeQuietly(idle.store()));
            writer = Optional.empty();
        } finally {
            writing.unlock();
        }
        for (Idle idle = readers.poll(); idle != null; idle = readers.poll()) {
            closeQuietly(idle.store());
        }
    }
}
