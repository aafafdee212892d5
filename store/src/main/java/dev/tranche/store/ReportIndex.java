package dev.tranche.store;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables that are derived from the journal: which reports it holds and the search over them. */
final class ReportIndex {

    /** The version of the derived tables; raised with every change of them or of what is put into them. */
    static final int VERSION = 1;

    /** A vector of words in PostgreSQL holds a megabyte; this many letters of any script fit. */
    private static final int MOST_INDEXED = 250_000;

    private final Dialect dialect;
    private final Connection connection;

    ReportIndex(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /** Drops the derived tables and makes empty ones. */
    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String part : resource(dialect.folder() + "/derived.sql").split(";\\s*\n")) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
            statement.execute("UPDATE book SET derived_version = " + VERSION + ", derived_through = 0");
        }
    }

    private static String resource(String name) {
        try (InputStream bytes = ReportIndex.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    /** Returns the last entry that is in the derived tables; negative when the tables are of another version. */
    long through() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT derived_version, derived_through FROM book");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getInt(1) == VERSION ? row.getLong(2) : -1;
        }
    }

    /** Notes that all entries up to this one are in the tables. */
    void noteThrough(long number) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE book SET derived_through = ?")) {
            update.setLong(1, number);
            update.executeUpdate();
        }
    }

    /** Puts the next entry into the tables. */
    void add(long number, JournalEntry entry) throws SQLException {
        switch (entry) {
            case JournalEntry.Read read -> add(number, read.extraction().document());
            case JournalEntry.Withdrawn taken -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO withdrawal (entry, report) VALUES (?, ?)")) {
                    insert.setLong(1, number);
                    insert.setString(2, storable(taken.report()));
                    insert.executeUpdate();
                }
            }
        }
    }

    private void add(long number, Document document) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO report (entry, id, digest) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING")) {
            insert.setLong(1, number);
            insert.setString(2, storable(document.id().value()));
            insert.setString(3, Chain.digest(EntryFormat.line(document)));
            if (insert.executeUpdate() == 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(dialect.insertWords())) {
            insert.setLong(1, number);
            insert.setString(2, FoldedWord.text(document.title(), MOST_INDEXED / 10));
            insert.setString(3, FoldedWord.text(document.body(), MOST_INDEXED));
            insert.executeUpdate();
        }
    }

    /** PostgreSQL keeps no U+0000 and neither database half a surrogate pair; ids with one are told apart by digest. */
    private static String storable(String text) {
        byte[] utf8 = text.replace('\u0000', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Returns the entries of the reports that hold what is looked for, best first. */
    List<Long> find(SearchWords looked, int most) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(dialect.findReports())) {
            select.setString(1, dialect.query().apply(looked));
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }
}
