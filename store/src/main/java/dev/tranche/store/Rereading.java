package dev.tranche.store;

import dev.tranche.extract.Extraction;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.StoreException.Reason;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A re-reading of all reports of a book, in steps that are stored: readings that differ are added to the journal under
 * a separate version, later than all others, together with the progress of the re-reading. Nothing is replaced.
 *
 * <p>An interrupted re-reading is continued by the next program with the same reader and lexicon. Of two programs that
 * re-read one book at once, only one may continue.
 */
public final class Rereading {

    private final Store store;
    private final ExtractionVersion version;
    private final boolean resumed;
    private long through;

    private Rereading(Store store, State state, boolean resumed) {
        this.store = store;
        this.version = state.version();
        this.through = state.through();
        this.resumed = resumed;
    }

    private record State(ExtractionVersion version, long through) {}

    /**
     * Starts re-reading a book, or continues an interrupted re-reading.
     *
     * @param reader the reader with its lexicon
     */
    public static Rereading begin(Store store, ExtractionVersion reader) {
        return store.write(() -> {
            store.caughtUp();
            Optional<State> pending = pending(store);
            if (pending.isPresent() && pending.get().version().revised(0).equals(reader.revised(0))) {
                return new Rereading(store, pending.get(), true);
            }
            State fresh = new State(next(store.address(), store.index().readers(), reader), 0);
            execute(store, "DELETE FROM rereading");
            try (PreparedStatement insert = store.link()
                    .connection()
                    .prepareStatement("INSERT INTO rereading (version, through) VALUES (?, 0)")) {
                insert.setString(1, fresh.version().value());
                insert.executeUpdate();
            }
            return new Rereading(store, fresh, false);
        });
    }

    /**
     * Returns the version of the next re-reading.
     *
     * @param book names the book if it is refused
     * @param readers the versions of the readings in the book
     * @param reader the reader with its lexicon
     */
    public static ExtractionVersion next(BookAddress book, List<ExtractionVersion> readers, ExtractionVersion reader) {
        int last = 0;
        for (ExtractionVersion known : readers) {
            if (known.number() > reader.number()) {
                throw new StoreException(
                        Reason.TOO_NEW,
                        book + ": a later version of Tranche read this book (" + known.value() + ", this program is "
                                + reader.value() + "), and its readings would go on counting. Use that version.");
            }
            last = known.number() == reader.number() ? Math.max(last, known.revision()) : last;
        }
        return reader.revised(last + 1);
    }

    private static Optional<State> pending(Store store) throws SQLException {
        try (Statement statement = store.link().connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT version, through FROM rereading")) {
            return row.next()
                    ? Optional.of(new State(new ExtractionVersion(row.getString(1)), row.getLong(2)))
                    : Optional.empty();
        }
    }

    private static void execute(Store store, String sql) throws SQLException {
        try (Statement statement = store.link().connection().createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the version of its readings. */
    public ExtractionVersion version() {
        return version;
    }

    /** Was it started by an earlier run? */
    public boolean isResumed() {
        return resumed;
    }

    /** Returns the number of the last reading re-read; 0 before the first. */
    public long through() {
        return through;
    }

    /**
     * Stores a step.
     *
     * @param last number of the last reading re-read
     * @param readings those that differ, under {@link #version()}
     */
    public void keep(long last, List<Extraction> readings) {
        List<String> payloads = readings.stream()
                .map(reading -> EntryFormat.write(new JournalEntry.Read(reading)))
                .toList();
        store.write(() -> {
            refuseOther();
            store.insert(payloads);
            try (PreparedStatement update =
                    store.link().connection().prepareStatement("UPDATE rereading SET through = ?")) {
                update.setLong(1, last);
                return update.executeUpdate();
            }
        });
        through = last;
    }

    /** Records that all reports were re-read. */
    public void complete() {
        store.write(() -> {
            refuseOther();
            execute(store, "DELETE FROM rereading");
            return 0;
        });
    }

    private void refuseOther() throws SQLException {
        if (!pending(store).equals(Optional.of(new State(version, through)))) {
            throw new StoreException(
                    Reason.BUSY,
                    store.address() + ": another program is reading this book again. What this one has read is kept;"
                            + " wait for the other to finish.");
        }
    }
}
