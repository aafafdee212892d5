package dev.tranche.store;

import dev.tranche.ledger.JournalEntry;
import dev.tranche.text.Document;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the derived tables of a book with what its journal yields now. */
final class DerivedCheck {

    private static final List<String> TABLES = List.of(
            "SELECT entry, id, part_key, recall_name, digest, reader FROM report ORDER BY entry",
            "SELECT entry FROM decision ORDER BY entry",
            "SELECT report, number, withdrawn FROM last_word ORDER BY number",
            "SELECT entry, version, reading FROM lean_reading ORDER BY entry",
            "SELECT entry FROM ledger_entry ORDER BY entry",
            "SELECT entry, name FROM tie ORDER BY entry, name");

    /** Every word of every report with its position. */
    private static final String SQLITE_WORDS = "SELECT term, doc, col, offset FROM temp.words_of_index";

    /** What ranks the reports that a search finds: the length of each, and the sum of all lengths. */
    private static final List<String> SQLITE_LENGTHS = List.of(
            "SELECT id, hex(sz) FROM report_words_docsize ORDER BY id",
            "SELECT hex(block) FROM report_words_data WHERE id = 1");

    private final BookAddress book;
    private final Connection connection;
    private final EntryTable entries;

    private DerivedCheck(BookAddress book, Connection connection, EntryTable entries) {
        this.book = book;
        this.connection = connection;
        this.entries = entries;
    }

    /** Returns what is wrong, as a sentence without a subject; empty if nothing is. */
    static Optional<String> wrong(BookAddress book, Connection connection, EntryTable entries) throws SQLException {
        DerivedCheck check = new DerivedCheck(book, connection, entries);
        try {
            Optional<String> pages = book instanceof BookAddress.InFile ? check.pages() : Optional.empty();
            return pages.isPresent() ? pages : check.compared();
        } catch (SQLException unreadable) {
            StoreException told = SqlFailures.of(book, unreadable);
            if (told.reason() == StoreException.Reason.DAMAGED || told.reason() == StoreException.Reason.FAILED) {
                return Optional.of("cannot be read: their pages are damaged");
            }
            throw unreadable;
        }
    }

    private Optional<String> compared() throws SQLException {
        // The empty name means a separate database in temporary files, which are removed with the connection.
        try (Connection fresh = DriverManager.getConnection("jdbc:sqlite:")) {
            fresh.setAutoCommit(false);
            derive(fresh);
            for (String table : TABLES) {
                if (!compare(connection, fresh, table)) {
                    return Optional.of("do not match the journal");
                }
            }
            boolean same = switch (book) {
                case BookAddress.InFile file -> compareWords(fresh);
                case BookAddress.OnServer server -> compareVectors(fresh);
            };
            return same ? Optional.empty() : Optional.of("hold different words from the reports");
        }
    }

    private boolean compareWords(Connection fresh) throws SQLException {
        for (Connection each : List.of(fresh, connection)) {
            execute(each, "CREATE VIRTUAL TABLE temp.words_of_index USING fts5vocab(main, report_words, instance)");
        }
        try {
            boolean same = compare(connection, fresh, SQLITE_WORDS);
            for (String lengths : SQLITE_LENGTHS) {
                same = same && compare(connection, fresh, lengths);
            }
            return same;
        } finally {
            execute(connection, "DROP TABLE temp.words_of_index");
        }
    }

    /**
     * Problems that SQLite itself finds in the pages of the file and in its own indexes. Table by table, because the
     * check of the whole word index reports concurrent writes by another program as damage.
     */
    private Optional<String> pages() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE"
                                + " 'CREATE VIRTUAL%'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("PRAGMA integrity_check(" + table + ")")) {
                if (rows.next() && !"ok".equals(rows.getString(1))) {
                    return Optional.of("cannot be trusted: the database reports damaged pages");
                }
            }
        }
        return Optional.empty();
    }

    /** The copy holds only the part of the journal that the index reads back: the words of reports. */
    private void derive(Connection fresh) throws SQLException {
        execute(fresh, "CREATE TABLE book (derived_version INTEGER, derived_through INTEGER)");
        execute(fresh, "INSERT INTO book VALUES (0, 0)");
        execute(fresh, "CREATE TABLE entry (number INTEGER PRIMARY KEY, payload TEXT)");
        ReportIndex index = new ReportIndex(Dialect.SQLITE, () -> fresh);
        index.clear();
        long[] last = {0};
        try (PreparedStatement insert = fresh.prepareStatement("INSERT INTO entry (number, payload) VALUES (?, ?)")) {
            entries.forEachAfter(0, row -> {
                JournalEntry entry = EntryFormat.read(book + ", entry " + row.number(), row.payload());
                index.add(row.number(), entry);
                if (!(entry instanceof JournalEntry.Read)) {
                    insert.setLong(1, row.number());
                    insert.setString(2, row.payload());
                    insert.executeUpdate();
                }
                last[0] = row.number();
                return true;
            });
        }
        index.noteThrough(last[0]);
    }

    private static boolean compare(Connection one, Connection two, String sql) throws SQLException {
        try (Statement left = one.createStatement();
                Statement right = two.createStatement();
                ResultSet found = left.executeQuery(sql);
                ResultSet wanted = right.executeQuery(sql)) {
            int columns = wanted.getMetaData().getColumnCount();
            while (wanted.next()) {
                if (!found.next()) {
                    return false;
                }
                for (int column = 1; column <= columns; column++) {
                    if (!String.valueOf(wanted.getString(column)).equals(found.getString(column))) {
                        return false;
                    }
                }
            }
            return !found.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Word vectors are built by the server and compared there. */
    private boolean compareVectors(Connection fresh) throws SQLException {
        String sql = """
            SELECT words = setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'D')
            FROM report_words WHERE entry = ?
            """;
        List<Long> numbers = numbers(fresh);
        if (count(connection, "report_words") != numbers.size()) {
            return false;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (long number : numbers) {
                Optional<Document> report = entries.find(number)
                        .flatMap(found -> EntryFormat.report(book + ", entry " + number, found.payload()));
                if (report.isEmpty() || !isSame(select, number, report.get())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static List<Long> numbers(Connection fresh) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = fresh.createStatement();
                ResultSet rows = statement.executeQuery("SELECT entry FROM report ORDER BY entry")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static boolean isSame(PreparedStatement select, long number, Document report) throws SQLException {
        select.setString(1, ReportIndex.titleWords(report));
        select.setString(2, ReportIndex.bodyWords(report));
        select.setLong(3, number);
        try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
