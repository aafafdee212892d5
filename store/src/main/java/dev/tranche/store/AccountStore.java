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
 * The accounts of a book, with their sessions, tokens and sign-ins, over a separate connection.
 *
 * <p>Stores text and times only; the meaning of roles and expiry are handled elsewhere. Belongs
 * to one thread at a time. A book with an earlier schema opened read-only has no accounts, and changing them
 * fails. Database errors are raised as {@link StoreException}.
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
    private final VisitTable visits;

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
        this.visits = new VisitTable(rows, version >= Migrations.WITH_VISITS);
    }

    /** Opens the accounts of a book; when opened for writing, a book of an earlier version is migrated. */
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

    /** Does the book have the tables at all? */
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

    /** Returns when accounts last looked at the book. */
    public VisitTable visits() {
        return visits;
    }

    /** Performs work in one transaction, rolled back if it throws; accounts cannot change meanwhile. */
    public <T> T inOneGo(Supplier<T> work) {
        return store.link().write(dialect.lockAccounts(), work::get);
    }

    /**
     * Performs work in one transaction, or gives up if another writer holds the book for longer than an instant.
     *
     * @return was it done?
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
     * account on. If the system has no such permissions, or the file belongs to another user, nothing is changed.
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
                // There is no log beside it, or no such permissions here.
            }
        }
    }

    /** Deletes accounts and all their data from a file, including the space they occupied. */
    static void erase(BookAddress.InFile file) {
        try (AccountStore accounts = open(file, Access.READ)) {
            if (!accounts.isThere()) {
                return;
            }
            accounts.say("PRAGMA secure_delete = ON");
            accounts.inOneGo(() -> {
                accounts.views.clear();
                accounts.visits.clear();
                accounts.logins.clear();
                accounts.tokens.clear();
                accounts.sessions.clear();
                accounts.accounts.clear();
                return true;
            });
        }
    }

    /** Is the book still in place and responding? */
    public boolean isAlive() {
        return store.isAlive();
    }

    /** Releases the book. */
    @Override
    public void close() {
        store.close();
    }
}
