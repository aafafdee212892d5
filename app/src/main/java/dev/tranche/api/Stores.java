package dev.tranche.api;

import dev.tranche.account.Book;
import dev.tranche.store.Access;
import dev.tranche.store.AccountTables;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.store.StoreException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Connections to the book for requests: some to read, each for one request at a time, and one to write. */
final class Stores implements Book, AutoCloseable {

    private static final int READERS = 8;

    private final BookAddress book;
    private final InstantSource clock;
    private final ConcurrentLinkedQueue<Store> readers = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(READERS);
    private final Object writing = new Object();
    private Optional<Store> writer = Optional.empty();

    Stores(BookAddress book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Asks the book something. */
    <T> T ask(Function<Store, T> question) {
        places.acquireUninterruptibly();
        try {
            Store store = Optional.ofNullable(readers.poll())
                    .orElseGet(() -> Store.open(book, Access.READ, InstantSource.system()));
            T answer;
            try {
                answer = question.apply(store);
            } catch (RuntimeException | Error failed) {
                // A connection that failed once is not trusted again.
                store.close();
                throw failed;
            }
            readers.add(store);
            return answer;
        } finally {
            places.release();
        }
    }

    /** Changes the book; one change at a time. */
    <T> T change(Function<Store, T> change) {
        synchronized (writing) {
            Store store = writer.orElseGet(() -> Store.open(book, Access.WRITE, clock));
            writer = Optional.of(store);
            try {
                return change.apply(store);
            } catch (StoreException failed) {
                writer = Optional.empty();
                store.close();
                throw failed;
            }
        }
    }

    @Override
    public <T> T read(Function<AccountTables, T> question) {
        return ask(store -> question.apply(store.accounts()));
    }

    @Override
    public <T> T write(Function<AccountTables, T> change) {
        return change(store -> change.apply(store.accounts()));
    }

    @Override
    public void close() {
        synchronized (writing) {
            writer.ifPresent(Store::close);
            writer = Optional.empty();
        }
        for (Store store = readers.poll(); store != null; store = readers.poll()) {
            store.close();
        }
    }
}
