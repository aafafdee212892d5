package dev.tranche.account;

import dev.tranche.store.AccountStore;
import dev.tranche.store.StoreException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** One connection that many threads use in turn; after the database server was unreachable, another is opened. */
final class SharedStore implements AutoCloseable {

    /** How long a caller waits for its turn. */
    private static final int WAIT_SECONDS = 10;

    /** A connection that was idle for longer is checked before it is used. */
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Supplier<AccountStore> opening;
    private final ReentrantLock lock = new ReentrantLock(true);
    private Optional<AccountStore> open;
    private long usedNanos = System.nanoTime();

    /** Opens the connection. */
    SharedStore(Supplier<AccountStore> opening) {
        this.opening = opening;
        this.open = Optional.of(opening.get());
    }

    /** Does something with the connection while nobody else uses it. */
    <T> T with(Function<AccountStore, T> work) {
        take();
        try {
            if (open.isPresent()
                    && System.nanoTime() - usedNanos > FRESH_NANOS
                    && !open.get().isAlive()) {
                letGo();
            }
            AccountStore store = open.orElseGet(opening);
            open = Optional.of(store);
            T answer = work.apply(store);
            usedNanos = System.nanoTime();
            return answer;
        } catch (StoreException failed) {
            if (failed.reason() == StoreException.Reason.UNREACHABLE) {
                letGo();
            }
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    private void take() {
        try {
            if (lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new StoreException(
                StoreException.Reason.BUSY,
                "the accounts of the book are in use by another program; waiting for them timed out.");
    }

    /** Does something that changes more than one row, as a whole or not at all. */
    <T> T inOneGo(Function<AccountStore, T> work) {
        return with(store -> store.inOneGo(() -> work.apply(store)));
    }

    private void letGo() {
        try {
            open.ifPresent(AccountStore::close);
        } catch (StoreException ignored) {
            // It was already lost.
        }
        open = Optional.empty();
    }

    /** Closes the connection; a later use opens it again. */
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
