package dev.tranche.store;

import dev.tranche.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection to a book, in which each query sees one state of the book and each change is atomic.
 *
 * <p>A file that this user may not write, and that no program has open, is read without locks, since SQLite could not
 * create lock files there. Another user may nevertheless write it at any moment: each query is then answered only if
 * the file is unchanged afterwards, else the book is reopened and queried again.
 */
final class Link implements AutoCloseable {

    private static final int ATTEMPTS = 60;
    private static final long PAUSE_NANOS = 20_000_000L;
    private static final int VALID_SECONDS = 5;

    private final BookAddress book;
    private final Access access;
    private final Surroundings surroundings;
    private final Dialect dialect;
    private Connection connection;
    private Optional<FileState> opened;
    private boolean isResting;
    private boolean isAsking;

    private Link(
            BookAddress book,
            Access access,
            Surroundings surroundings,
            Connection connection,
            Optional<FileState> opened,
            boolean isResting) {
        this.book = book;
        this.access = access;
        this.surroundings = surroundings;
        this.dialect = Dialect.of(book);
        this.connection = connection;
        this.opened = opened;
        this.isResting = isResting;
    }

    /** Opens a book. */
    static Link open(BookAddress book, Access access, Surroundings surroundings) {
        for (int attempt = 1; ; attempt++) {
            Optional<FileState> before = state(book);
            boolean resting = surroundings.isResting(book, access);
            try {
                Connection connection = Opening.open(book, access, surroundings);
                // A new file has a state only now.
                Optional<FileState> state = before.or(() -> state(book));
                return new Link(book, access, surroundings, connection, state, resting);
            } catch (StoreException failed) {
                if (attempt == ATTEMPTS || !mayPass(book, access, surroundings, failed) || before.equals(state(book))) {
                    throw failed;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static Optional<FileState> state(BookAddress book) {
        return book instanceof BookAddress.InFile file ? FileState.of(file.path()) : Optional.empty();
    }

    /** May a failure be due to another user's program that opened, wrote or closed the file in between? */
    private static boolean mayPass(BookAddress book, Access access, Surroundings surroundings, StoreException failed) {
        return access == Access.READ
                && surroundings.isUnwritable(book)
                && (failed.reason() == Reason.UNREACHABLE
                        || failed.reason() == Reason.DAMAGED
                        || failed.reason() == Reason.NO_BOOK
                        || failed.reason() == Reason.MISSING
                        || failed.reason() == Reason.READ_ONLY
                        || failed.reason() == Reason.FAILED);
    }

    Connection connection() {
        return connection;
    }

    /** Something done with the connection. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs a query of one statement. */
    <T> T one(Work<T> work) {
        if (isAsking) {
            return run(work);
        }
        for (int attempt = 1; ; attempt++) {
            if (isResting && !state(book).equals(opened)) {
                reopen();
            }
            try {
                T answer = work.run();
                if (!isResting || state(book).equals(opened)) {
                    return answer;
                }
            } catch (SQLException failed) {
                StoreException told = SqlFailures.of(book, failed);
                if (attempt == ATTEMPTS || !mayPass(book, access, surroundings, told) || isUnchanged()) {
                    throw told;
                }
            } catch (StoreException failed) {
                if (attempt == ATTEMPTS || !mayPass(book, access, surroundings, failed) || isUnchanged()) {
                    throw failed;
                }
            }
            if (attempt == ATTEMPTS) {
                throw new StoreException(
                        Reason.BUSY,
                        book + ": another user keeps writing to the book, and this user may not use its locks. Run the"
                                + " command again later.");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            reopen();
        }
    }

    private boolean isUnchanged() {
        return state(book).equals(opened);
    }

    private void reopen() {
        Opening.close(connection);
        Link other = open(book, access, surroundings);
        connection = other.connection;
        opened = other.opened;
        isResting = other.isResting;
    }

    private <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }

    /** Runs a query of several statements, which all see one state of the book; may run the work more than once. */
    <T> T ask(Work<T> work) {
        return one(() -> {
            isAsking = true;
            try {
                return snapshot(work);
            } finally {
                isAsking = false;
            }
        });
    }

    private <T> T snapshot(Work<T> work) throws SQLException {
        say(dialect.snapshot());
        T answer;
        try {
            answer = work.run();
        } catch (SQLException | RuntimeException | Error failed) {
            try {
                say("ROLLBACK");
            } catch (SQLException ignored) {
                // The earlier failure is the one to report.
            }
            throw failed;
        }
        say("COMMIT");
        return answer;
    }

    private void say(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Performs a change atomically, with a lock if the database needs one. */
    <T> T write(String lock, Work<T> work) {
        try {
            T result;
            try {
                // A file written by another for too long fails here, and the transaction must not stay open.
                connection.setAutoCommit(false);
                if (!lock.isEmpty()) {
                    say(lock);
                }
                result = work.run();
                connection.commit();
            } catch (SQLException | RuntimeException | Error failed) {
                rollBack();
                throw failed;
            }
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }

    /** A full disk has rolled back already, and a lost connection will: the earlier failure is the one to report. */
    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException ignored) {
            // See above.
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException ignored) {
            // See above.
        }
    }

    /** Is the opened file no longer the one with that name, having been removed, moved or replaced? */
    boolean isReplaced() {
        return book instanceof BookAddress.InFile && !key(state(book)).equals(key(opened));
    }

    private static Optional<Object> key(Optional<FileState> state) {
        return state.map(FileState::key);
    }

    /** Does the other end still respond? */
    boolean isAlive() {
        try {
            return book instanceof BookAddress.InFile || connection.isValid(VALID_SECONDS);
        } catch (SQLException lost) {
            return false;
        }
    }

    /** Releases the book; everything added has already been stored. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }
}
