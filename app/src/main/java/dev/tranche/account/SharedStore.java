package dev.tranche.account;

import dev.tranche.store.AccountStore;
import dev.tranche.store.StoreException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** One connection that many threads use in turn; after the server of the database was away, another is opened. */
final class SharedStore implements AutoCloseable {

    private final Supplier<AccountStore> opening;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<AccountStore> open;

    /** Opens the connection. */
    SharedStore(Supplier<AccountStore> opening) {
        this.opening = opening;
        this.open = Optional.of(opening.get());
    }

    /** Does something with the connection while nobody else uses it. */
    <T> T with(Function<AccountStore, T> work) {
        lock.lock();
        try {
            AccountStore store = open.orElseGet(opening);
            open = Optional.of(store);
            return work.apply(store);
        } catch (StoreException failed) {
            if (failed.reason() == StoreException.Reason.UNREACHABLE) {
                letGo();
            }
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    /** Does something that changes more than one row, as a whole or not at all. */
    <T> T inOneGo(Function<AccountStore, T> work) {
        return with(store -> store.inOneGo(() -> work.apply(store)));
    }

    private void letGo() {
        try {
            open.ifPresent(AccountStore::close);
        } catch (StoreException ignored) {
            // It was lost already.
        }
        open = Optional.empty();
    }

    /** Lets go of the book; a later use opens it again. */
    @Override
    public void close() {
        lock.lock();
        try {
            letGo();
        } finally {
            lock.unlock();
        }
    }
}
