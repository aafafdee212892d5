package dev.tranche.store;

import dev.tranche.view.LeanFormat;
import dev.tranche.view.LeanReading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows of readings without texts, from which a book is opened. */
final class LeanTable {

    private final Supplier<Connection> connection;

    LeanTable(Supplier<Connection> connection) {
        this.connection = connection;
    }

    /**
     * An entry of the journal as a book needs it.
     *
     * @param number its number
     * @param lean its reading without text; empty for an entry that is not a reading, or if the table lacks it
     */
    record Row(long number, Optional<LeanReading> lean) {}

    void add(long number, LeanReading reading) throws SQLException {
        try (PreparedStatement insert = connection
                .get()
                .prepareStatement("INSERT INTO lean_reading (entry, version, reading) VALUES (?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, LeanFormat.version());
            insert.setString(3, Base64.getEncoder().encodeToString(LeanFormat.write(reading)));
            insert.executeUpdate();
        }
    }

    /** Were the rows written by another version? The first shows it, since all are rebuilt together. */
    boolean isOutdated() throws SQLException {
        try (PreparedStatement select =
                        connection.get().prepareStatement("SELECT version FROM lean_reading ORDER BY entry LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() && !row.getString(1).equals(LeanFormat.version());
        }
    }

    /**
     * Returns the next rows after a number, up to a limit; one that is damaged or from another version has no reading.
     */
    List<Row> page(long after, int most) throws SQLException {
        List<Row> page = new ArrayList<>();
        try (PreparedStatement select = connection.get().prepareStatement("""
            SELECT number, reading FROM entry
            LEFT JOIN lean_reading ON lean_reading.entry = entry.number AND version = ?
            WHERE number > ? ORDER BY number LIMIT ?
            """)) {
            select.setString(1, LeanFormat.version());
            select.setLong(2, after);
            select.setInt(3, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Optional<String> text = Optional.ofNullable(rows.getString(2));
                    page.add(new Row(rows.getLong(1), text.flatMap(LeanTable::decoded)));
                }
            }
        }
        return page;
    }

    /**
     * Returns the rows with some numbers, in order; one that is missing, damaged or from another version has no
     * reading.
     */
    List<Row> find(List<Long> numbers) throws SQLException {
        List<Row> found = new ArrayList<>(numbers.size());
        try (PreparedStatement select =
                connection.get().prepareStatement("SELECT reading FROM lean_reading WHERE entry = ? AND version = ?")) {
            select.setString(2, LeanFormat.version());
            for (long number : numbers) {
                select.setLong(1, number);
                try (ResultSet row = select.executeQuery()) {
                    Optional<String> text = row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                    found.add(new Row(number, text.flatMap(LeanTable::decoded)));
                }
            }
        }
        return found;
    }

    private static Optional<LeanReading> decoded(String text) {
        try {
            return LeanFormat.read(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
