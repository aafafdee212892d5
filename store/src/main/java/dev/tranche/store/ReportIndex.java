package dev.tranche.store;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.resolve.TextTag;
import dev.tranche.review.Action;
import dev.tranche.review.Decision;
import dev.tranche.review.Decisions;
import dev.tranche.review.StoryAction;
import dev.tranche.review.Withdrawals;
import dev.tranche.text.Document;
import dev.tranche.view.LeanReading;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tables derived from the journal: the reports in it and the search over them. */
final class ReportIndex {

    /** The version of the derived tables; raised with every change of them or of their content. */
    static final int VERSION = 7;

    /** A word vector in PostgreSQL holds a megabyte; this many letters of any script fit. */
    private static final int MOST_INDEXED = 250_000;

    private final Dialect dialect;
    private final Supplier<Connection> connection;
    private final LeanTable lean;
    private final LedgerTable ledger;
    private boolean wordsChanged;

    ReportIndex(Dialect dialect, Supplier<Connection> connection) {
        this.dialect = dialect;
        this.connection = connection;
        this.lean = new LeanTable(connection);
        this.ledger = new LedgerTable(connection);
    }

    /** Returns the readings without texts. */
    LeanTable lean() {
        return lean;
    }

    /** Returns the entries on which the ledger depends. */
    LedgerTable ledger() {
        return ledger;
    }

    /** Drops the derived tables and creates empty ones. */
    void clear() throws SQLException {
        try (Statement statement = connection.get().createStatement()) {
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

    /** Returns the last entry in the derived tables; negative if the tables are of another version. */
    long through() throws SQLException {
        try (PreparedStatement select =
                        connection.get().prepareStatement("SELECT derived_version, derived_through FROM book");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getInt(1) == VERSION ? row.getLong(2) : -1;
        }
    }

    /** Are the tables those of this version? They may lack the last entries. */
    boolean isCurrent() throws SQLException {
        return through() >= 0;
    }

    /** Records that all entries up to this one are in the tables. */
    void noteThrough(long number) throws SQLException {
        if (wordsChanged) {
            writeLastWords();
            wordsChanged = false;
        }
        try (PreparedStatement update = connection.get().prepareStatement("UPDATE book SET derived_through = ?")) {
            update.setLong(1, number);
            update.executeUpdate();
        }
    }

    /** Adds the next entry to the tables, as read from its row. */
    void add(long number, JournalEntry entry) throws SQLException {
        switch (entry) {
            case JournalEntry.Read read -> {
                add(number, read.extraction());
                LeanReading reading = LeanReading.of(read.extraction());
                lean.add(number, reading);
                ledger.add(number, reading.gist());
            }
            case JournalEntry.Recalled recalled -> {
                ledger.add(number, recalled);
                addWord(number);
            }
            case JournalEntry.Withdrawn taken -> {
                ledger.add(number, taken);
                addWord(number);
            }
            case JournalEntry.Decided decided -> {
                ledger.add(number, decided);
                switch (decided.decision().action()) {
                    case Action.Withdraw withdraw -> addWord(number);
                    case Action.Restore restore -> addWord(number);
                    case Action.Undo undo -> addWord(number);
                    case Action.Accept accept -> {}
                    case Action.Correct correct -> {}
                    case Action.Merge merge -> {}
                    case Action.Split split -> {}
                    case Action.Reject reject -> {}
                    case Action.Together together -> {}
                    case Action.Note note -> {}
                    case Action.Add add -> {}
                    case Action.Rule rule -> {}
                    case StoryAction story -> {}
                }
            }
        }
    }

    private void addWord(long number) throws SQLException {
        try (PreparedStatement insert = connection.get().prepareStatement("INSERT INTO decision (entry) VALUES (?)")) {
            insert.setLong(1, number);
            insert.executeUpdate();
        }
        wordsChanged = true;
    }

    /** An undo may change the effect of any earlier decision, so all of them are evaluated again. */
    private void writeLastWords() throws SQLException {
        List<String> taken = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        try (PreparedStatement select = connection
                        .get()
                        .prepareStatement(
                                "SELECT entry.number, payload FROM entry JOIN decision ON decision.entry = entry.number"
                                        + " ORDER BY entry.number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                JournalEntry entry = EntryFormat.read("entry " + rows.getLong(1), rows.getString(2));
                if (entry instanceof JournalEntry.Withdrawn report) {
                    taken.add(report.report());
                } else if (entry instanceof JournalEntry.Recalled report) {
                    taken.add(recall(report.report(), report.origin()));
                } else if (entry instanceof JournalEntry.Decided decided) {
                    decisions.add(decided.decision());
                }
            }
        }
        try (Statement statement = connection.get().createStatement()) {
            statement.execute("DELETE FROM last_word");
        }
        Withdrawals words = Withdrawals.of(taken, Decisions.of(decisions).active());
        try (PreparedStatement insert = connection
                .get()
                .prepareStatement(
                        "INSERT INTO last_word (report, number, withdrawn) VALUES (?, ?, ?) ON CONFLICT (report) DO"
                                + " NOTHING")) {
            int number = 0;
            for (Map.Entry<String, Boolean> word : words.lastWords().entrySet()) {
                insert.setString(1, storable(word.getKey()));
                insert.setLong(2, ++number);
                insert.setInt(3, word.getValue() ? 1 : 0);
                insert.executeUpdate();
            }
        }
    }

    /** The name by which an agency withdraws a text; no id of a report that was read holds a line end. */
    private static String recall(String id, String origin) {
        return origin + "\n" + id;
    }

    private void add(long number, Extraction reading) throws SQLException {
        Document document = reading.document();
        String digest = Chain.digest(EntryFormat.line(document));
        Optional<ExtractionVersion> known = reader(digest);
        if (known.isPresent()) {
            if (known.get().compareTo(reading.version()) < 0) {
                setReader(digest, reading.version());
            }
            return;
        }
        try (PreparedStatement insert = connection
                .get()
                .prepareStatement(
                        "INSERT INTO report (entry, id, part_key, recall_name, digest, reader) VALUES (?, ?, ?, ?, ?,"
                                + " ?)")) {
            String id = document.id().value();
            insert.setLong(1, number);
            insert.setString(2, storable(id));
            insert.setString(3, storable(TextTag.of(document).key(id)));
            insert.setString(
                    4,
                    storable(document.delivery()
                            .origin()
                            .map(origin -> recall(id, origin))
                            .orElse("")));
            insert.setString(5, digest);
            insert.setString(6, reading.version().value());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.get().prepareStatement(dialect.insertWords())) {
            insert.setLong(1, number);
            insert.setString(2, titleWords(document));
            insert.setString(3, bodyWords(document));
            insert.executeUpdate();
        }
    }

    static String titleWords(Document document) {
        return FoldedWord.text(document.title(), MOST_INDEXED / 10);
    }

    static String bodyWords(Document document) {
        return FoldedWord.text(document.body(), MOST_INDEXED);
    }

    /**
     * PostgreSQL cannot store U+0000, and neither database an unpaired surrogate; ids with one are distinguished by
     * digest.
     */
    private static String storable(String text) {
        byte[] utf8 = text.replace('\u0000', '\uFFFD').getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private void setReader(String digest, ExtractionVersion reader) throws SQLException {
        try (PreparedStatement update =
                connection.get().prepareStatement("UPDATE report SET reader = ? WHERE digest = ?")) {
            update.setString(1, reader.value());
            update.setString(2, digest);
            update.executeUpdate();
        }
    }

    /** Returns the latest version that read a report; empty if it is not there. */
    private Optional<ExtractionVersion> reader(String digest) throws SQLException {
        try (PreparedStatement select =
                connection.get().prepareStatement("SELECT reader FROM report WHERE digest = ?")) {
            select.setString(1, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new ExtractionVersion(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** Did a reader of this number read exactly this report, whatever the lexicon? */
    boolean isRead(Document document, ExtractionVersion reader) throws SQLException {
        return reader(Chain.digest(EntryFormat.line(document)))
                .filter(known -> known.number() == reader.number())
                .isPresent();
    }

    /** Returns the versions that read the reports, each once. */
    List<ExtractionVersion> readers() throws SQLException {
        List<ExtractionVersion> readers = new ArrayList<>();
        try (PreparedStatement select = connection.get().prepareStatement("SELECT DISTINCT reader FROM report");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                readers.add(new ExtractionVersion(rows.getString(1)));
            }
        }
        return readers;
    }

    /** Returns the entries that first added the texts with an id, in order. */
    List<Long> ofReport(String id) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement select =
                connection.get().prepareStatement("SELECT entry FROM report WHERE id = ? ORDER BY entry")) {
            select.setString(1, storable(id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    /** Returns the entries of the reports that match a search, best first. */
    List<Long> find(SearchWords looked, int most) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement select = connection.get().prepareStatement(dialect.findReports())) {
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
