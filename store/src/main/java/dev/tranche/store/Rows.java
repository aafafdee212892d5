package dev.tranche.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queries and changes the account tables; database errors are raised as {@link StoreException}. */
final class Rows {

    private final Link link;

    Rows(Link link) {
        this.link = link;
    }

    /** Reads the current row of a result. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns all rows of a query. */
    <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        return link.one(() -> {
            try (PreparedStatement select = prepare(sql, values);
                    ResultSet rows = select.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
                return list;
            }
        });
    }

    /** Returns the first row of a query. */
    <T> Optional<T> find(String sql, Reader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** Returns the result of a count query. */
    long count(String sql, Object... values) {
        return find(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Changes rows and returns their number. */
    int change(String sql, Object... values) {
        return link.one(() -> {
            try (PreparedStatement update = prepare(sql, values)) {
                return update.executeUpdate();
            }
        });
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = link.connection().prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(place, text);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setLong(place, number);
            case Boolean is -> statement.setLong(place, is ? 1 : 0);
            case Instant at -> statement.setLong(place, at.toEpochMilli());
            case Optional<?> perhaps when perhaps.isPresent() -> set(statement, place, perhaps.get());
            // Only the expiry days may be missing; all other columns have values.
            case Optional<?> nothing -> statement.setNull(place, Types.VARCHAR);
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    /** Returns the time in a column. */
    static Instant at(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    /** Returns the time in a column that may be empty. */
    static Optional<Instant> findAt(ResultSet row, String column) throws SQLException {
        Instant at = at(row, column);
        return row.wasNull() ? Optional.empty() : Optional.of(at);
    }
}
