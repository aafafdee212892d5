package dev.tranche.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows of the journal. */
final class EntryTable {

    /** The number of rows held at once. */
    static final int PAGE = 500;

    private final Supplier<Connection> connection;

    EntryTable(Supplier<Connection> connection) {
        this.connection = connection;
    }

    /** An entry as stored in the table. */
    record Row(long number, String addedAt, String payload, String digest, String prevHash, String hash) {

        /** Returns the row after another, with its hashes. */
        static Row after(Head head, String addedAt, String payload, String digest) {
            long number = head.number() + 1;
            return new Row(
                    number, addedAt, payload, digest, head.hash(), Chain.hash(number, addedAt, head.hash(), digest));
        }
    }

    /** The end of the chain: number 0 and an empty hash if there are no entries. */
    record Head(long number, String hash) {}

    /** Receives rows one by one. */
    interface Sink {

        /** Receives a row; false stops reading. */
        boolean take(Row row) throws SQLException;
    }

    Head head() throws SQLException {
        try (PreparedStatement select = connection
                        .get()
                        .prepareStatement("SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getString(2)) : new Head(0, Chain.START);
        }
    }

    boolean has(String digest) throws SQLException {
        try (PreparedStatement select = connection.get().prepareStatement("SELECT 1 FROM entry WHERE digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    Optional<Row> find(long number) throws SQLException {
        return page(number - 1, 1).stream()
                .filter(row -> row.number() == number)
                .findFirst();
    }

    void insert(Row row) throws SQLException {
        try (PreparedStatement insert = connection.get().prepareStatement("""
            INSERT INTO entry (number, added_at, payload, digest, prev_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
            insert.setLong(1, row.number());
            insert.setString(2, row.addedAt());
            insert.setString(3, row.payload());
            insert.setString(4, row.digest());
            insert.setString(5, row.prevHash());
            insert.setString(6, row.hash());
            insert.executeUpdate();
        }
    }

    /** Passes on all rows after a number, in order; pages keep both memory and transactions small. */
    void forEachAfter(long number, Sink sink) throws SQLException {
        long last = number;
        List<Row> page = page(last, PAGE);
        while (!page.isEmpty()) {
            for (Row row : page) {
                if (!sink.take(row)) {
                    return;
                }
                last = row.number();
            }
            page = page(last, PAGE);
        }
    }

    /** Returns the next numbers after a number, up to a limit. */
    List<Long> numbers(long after, int most) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement select = connection
                .get()
                .prepareStatement("SELECT number FROM entry WHERE number > ? ORDER BY number LIMIT ?")) {
            select.setLong(1, after);
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
        }
        return numbers;
    }

    /** Returns the next rows after a number, up to a limit. */
    List<Row> page(long after, int most) throws SQLException {
        List<Row> page = new ArrayList<>();
        try (PreparedStatement select = connection.get().prepareStatement("""
            SELECT number, added_at, payload, digest, prev_hash, hash FROM entry
            WHERE number > ? ORDER BY number LIMIT ?
            """)) {
            select.setLong(1, after);
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    page.add(new Row(
                            rows.getLong(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6)));
                }
            }
        }
        return page;
    }
}
