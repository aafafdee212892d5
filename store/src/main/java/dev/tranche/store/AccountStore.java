package dev.tranche.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The accounts of a book, with their sessions, tokens and sign-ins, over a connection of their own.
 *
 * <p>Holds text and times and judges nothing; what the roles mean and when something expires is not known here. Belongs
 * to one thread at a time. A book of earlier tables that is opened only to be read has no accounts, and changing them
 * fails. Whatever the database refuses is a {@link StoreException}.
 */
public final class AccountStore implements AutoCloseable {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final Store store;
    private final Dialect dialect;
    private final boolean isThere;
    private final AccountTable accounts;
    private final SessionTable sessions;
    private final TokenTable tokens;
    private final LoginTable logins;
    private final ViewTable views;

    private AccountStore(Store store, int version) {
        this.store = store;
        this.dialect = Dialect.of(store.address());
        this.isThere = version >= Migrations.WITH_ACCOUNTS;
        Rows rows = new Rows(store.link());
        this.accounts = new AccountTable(rows);
        this.sessions = new SessionTable(rows);
        this.tokens = new TokenTable(rows);
        this.logins = new LoginTable(rows);
        this.views = new ViewTable(rows, version >= Migrations.WITH_VIEWS);
    }

    /** Opens the accounts of a book; opened for writing, a book of an earlier version is brought up to this one. */
    public static AccountStore open(BookAddress book, Access access) {
        return open(book, access, UnaryOperator.identity());
    }

    static AccountStore open(BookAddress book, Access access, UnaryOperator<Connection> watch) {
        Store store = Store.open(book, access, InstantSource.system(), watch);
        try {
            return new AccountStore(store, Migrations.version(book, store.link().connection()));
        } catch (SQLException failed) {
            store.close();
            throw SqlFailures.of(book, failed);
        } catch (RuntimeException | Error failed) {
            store.close();
            throw failed;
        }
    }

    /** Returns whether the book has the tables at all. */
    public boolean isThere() {
        return isThere;
    }

    /** Returns the accounts. */
    public AccountTable accounts() {
        return accounts;
    }

    /** Returns the sessions. */
    public SessionTable sessions() {
        return sessions;
    }

    /** Returns the tokens. */
    public TokenTable tokens() {
        return tokens;
    }

    /** Returns the sign-ins. */
    public LoginTable logins() {
        return logins;
    }

    /** Returns the named views. */
    public ViewTable views() {
        return views;
    }

    /** Does something as a whole, or not at all when it throws; nobody changes accounts meanwhile. */
    public <T> T inOneGo(Supplier<T> work) {
        return store.link().write(dialect.lockAccounts(), work::get);
    }

    /**
     * Does something as a whole, or gives it up when somebody else writes for longer than an instant.
     *
     * @return whether it was done
     */
    public boolean inOneGoOrNot(Runnable work) {
        try {
            say(dialect.hurry());
            try {
                return inOneGo(() -> {
                    work.run();
                    return true;
                });
            } finally {
                say(dialect.calm());
            }
        } catch (StoreException failed) {
            if (failed.reason() != StoreException.Reason.BUSY) {
                throw failed;
            }
            return false;
        }
    }

    private void say(String sql) {
        try (Statement statement = store.link().connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw SqlFailures.of(store.address(), failed);
        }
    }

    /**
     * Keeps other users of the machine from reading the file of the book, which holds hashes of passwords from the first
     * account on. Where the system has no such rights, or the file is another user's, nothing is changed.
     */
    public void hideFromOthers() {
        if (!(store.address() instanceof BookAddress.InFile file)) {
            return;
        }
        for (String ending : List.of("", "-wal", "-shm")) {
            Path path = file.path().resolveSibling(file.path().getFileName() + ending);
            try {
                Set<PosixFilePermission> rights = new HashSet<>(Files.getPosixFilePermissions(path));
                if (rights.removeAll(OTHERS)) {
                    Files.setPosixFilePermissions(path, rights);
                }
            } catch (IOException | UnsupportedOperationException absent) {
                // There is no log beside it, or there are no such rights here.
            }
        }
    }

    /** Takes accounts and all that belongs to them out of a file, and out of the room they took in it. */
    static void erase(BookAddress.InFile file) {
        try (AccountStore accounts = open(file, Access.READ)) {
            if (!accounts.isThere()) {
                return;
            }
            accounts.say("PRAGMA secure_delete = ON");
            accounts.inOneGo(() -> {
                accounts.views.clear();
                accounts.logins.clear();
                accounts.tokens.clear();
                accounts.sessions.clear();
                accounts.accounts.clear();
                return true;
            });
        }
    }

    /** Returns whether the book is still where it was and answers. */
    public boolean isAlive() {
        return store.isAlive();
    }

    /** Lets go of the book. */
    @Override
    public void close() {
        store.close();
    }
}
