package dev.tranche.store;

import dev.tranche.store.StoreException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * Migrates the tables of a book to the version of this program.
 *
 * <p>A row of the book states its version, so that Flyway is loaded only for an outdated book.
 */
final class Migrations {

    /** The number of the last migration file. */
    static final int CURRENT = 5;

    /** From this number on, a book can be read unmigrated: later files only add tables not needed for reading. */
    static final int READABLE = 2;

    /** From this number on, there are account tables. */
    static final int WITH_ACCOUNTS = 3;

    /** From this number on, there is a table of named views. */
    static final int WITH_VIEWS = 4;

    /** From this number on, there is a table of visits. */
    static final int WITH_VISITS = 5;

    static final String HISTORY = "flyway_schema_history";

    /** Another program may be creating the same book; once it has, there is nothing left to do. */
    private static final int ATTEMPTS = 5;

    private Migrations() {}

    static void bringUp(BookAddress book, Connection connection, Access access) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            int version = version(book, connection);
            boolean suffices = access == Access.READ && version >= READABLE && version < CURRENT;
            if (version == CURRENT || suffices) {
                return;
            }
            refuse(book, version, access);
            try {
                MigrationRun.to(book, CURRENT);
            } catch (StoreException failed) {
                if (attempt == ATTEMPTS) {
                    throw failed;
                }
            }
        }
    }

    /** Returns the version of the book's tables: 0 if there are none. */
    static int version(BookAddress book, Connection connection) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(Dialect.of(book).tables())) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            tables.remove(HISTORY);
            if (tables.isEmpty()) {
                return 0;
            }
            if (!tables.contains("book") || !tables.contains("entry")) {
                throw new StoreException(
                        Reason.NO_BOOK, book + ": this database holds other tables and is not a Tranche book.");
            }
            try (ResultSet row = statement.executeQuery("SELECT schema_version FROM book")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static void refuse(BookAddress book, int version, Access access) {
        if (version > CURRENT) {
            throw new StoreException(
                    Reason.TOO_NEW,
                    book + ": a later version of Tranche wrote this book (its tables have version " + version
                            + ", this program knows " + CURRENT + "). Use that version.");
        }
        if (version == 0 && access != Access.WRITE) {
            throw new StoreException(Reason.MISSING, book + ": there is no such book.");
        }
    }
}
