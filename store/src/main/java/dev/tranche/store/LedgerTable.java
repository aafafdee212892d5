package dev.tranche.store;

import dev.tranche.ledger.Gist;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ties;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The entries on which the ledger depends, so that it can be shown before the rest of the book is read; see {@link
 * Ties}.
 */
final class LedgerTable {

    private final Supplier<Connection> connection;

    LedgerTable(Supplier<Connection> connection) {
        this.connection = connection;
    }

    /** Adds a reading. */
    void add(long number, Gist reading) throws SQLException {
        if (Ties.needs(reading)) {
            addEntry(number);
        }
        addTies(number, Ties.of(reading));
    }

    /** Adds an entry that is not a reading. */
    void add(long number, JournalEntry entry) throws SQLException {
        addEntry(number);
        addTies(number, Ties.of(entry));
    }

    private void addEntry(long number) throws SQLException {
        try (PreparedStatement insert =
                connection.get().prepareStatement("INSERT INTO ledger_entry (entry) VALUES (?)")) {
            insert.setLong(1, number);
            insert.executeUpdate();
        }
    }

    private void addTies(long number, List<Long> ties) throws SQLException {
        if (ties.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.get().prepareStatement("INSERT INTO tie (name, entry) VALUES (?, ?)")) {
            for (long tie : ties) {
                insert.setLong(1, tie);
                insert.setLong(2, number);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns the numbers of the entries on which the ledger depends, in order, up to a limit. */
    List<Long> needed(int most) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement select = connection.get().prepareStatement("""
            WITH RECURSIVE needed (entry) AS (
                SELECT entry FROM ledger_entry
                UNION
                SELECT other.entry
                FROM needed
                JOIN tie AS own ON own.entry = needed.entry
                JOIN tie AS other ON other.name = own.name
            )
            SELECT entry FROM needed LIMIT ?
            """)) {
            select.setInt(1, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
        }
        numbers.sort(null);
        return numbers;
    }
}
