package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.StoreException.Reason;
import dev.tranche.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A book that lasts: a journal in an SQLite file or a PostgreSQL database.
 *
 * <p>What an adding method has returned is on the disk and survives the end of the program at any moment; of what it has
 * not returned, all or nothing is kept. Several programs can use one book at once; writers wait for each other. One
 * store belongs to one thread. Whatever the database refuses is a {@link StoreException}.
 */
public final class Store implements Journal, AutoCloseable {

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int IMPORT_BATCH = 500;

    private final BookAddress book;
    private final Dialect dialect;
    private final Connection connection;
    private final InstantSource clock;
    private final EntryTable entries;
    private final ReportIndex index;

    private Store(BookAddress book, Connection connection, InstantSource clock) {
        this.book = book;
        this.dialect = Dialect.of(book);
        this.connection = connection;
        this.clock = clock;
        this.entries = new EntryTable(connection);
        this.index = new ReportIndex(dialect, connection);
    }

    /**
     * Opens a book; one of an earlier version of its tables is brought up to this version.
     *
     * @param clock tells when entries are added
     */
    public static Store open(BookAddress book, Access access, InstantSource clock) {
        return open(book, access, clock, UnaryOperator.identity());
    }

    static Store open(BookAddress book, Access access, InstantSource clock, UnaryOperator<Connection> watch) {
        if (book instanceof BookAddress.InFile file) {
            refuseOtherFiles(file, access);
        }
        Connection connection;
        try {
            connection = connect(book, access, watch);
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
        try {
            Migrations.bringUp(book, connection, access);
            Store store = new Store(book, connection, clock);
            if (access == Access.WRITE && store.index.through() < 0) {
                store.replay();
            }
            return store;
        } catch (SQLException failed) {
            close(connection);
            throw SqlFailures.of(book, failed);
        } catch (RuntimeException | Error failed) {
            close(connection);
            throw failed;
        }
    }

    /** Turning on the log of a new file fails while another program does the same. */
    private static Connection connect(BookAddress book, Access access, UnaryOperator<Connection> watch)
            throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Connections(watch).open(book, access);
            } catch (SQLException failed) {
                if (attempt == 20 || book instanceof BookAddress.OnServer || !SqlFailures.isBusy(failed)) {
                    throw failed;
                }
                LockSupport.parkNanos(attempt * 5_000_000L);
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // The failure that brought us here is the one to tell.
        }
    }

    private static void refuseOtherFiles(BookAddress.InFile file, Access access) {
        Path folder = file.path().toAbsolutePath().getParent();
        boolean locked = folder != null && Files.isDirectory(folder) && !Files.isWritable(folder);
        if (access == Access.WRITE && (locked || (Files.exists(file.path()) && !Files.isWritable(file.path())))) {
            throw new StoreException(
                    Reason.READ_ONLY, file + ": the book cannot be written: the file or its folder is read-only.");
        }
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file.path())) {
            start = bytes.readNBytes(SQLITE_MAGIC.length);
        } catch (NoSuchFileException absent) {
            // Asked again, the disk may know the file by now: another program is making the book at this moment.
            if (access == Access.WRITE) {
                return;
            }
            throw new StoreException(Reason.MISSING, file + ": there is no such book.");
        } catch (IOException unreadable) {
            throw new StoreException(Reason.UNREACHABLE, file + ": this file cannot be read.");
        }
        if (start.length == 0 && access == Access.READ) {
            throw new StoreException(Reason.MISSING, file + ": this file is empty and no book yet.");
        }
        if (start.length > 0 && start[0] == '{') {
            throw new StoreException(
                    Reason.NO_BOOK,
                    file + ": this is a journal of JSON lines. 'tranche import " + file + "' takes it into a book.");
        }
        if (start.length > 0 && !Arrays.equals(start, SQLITE_MAGIC)) {
            throw new StoreException(Reason.NO_BOOK, file + ": this file is no book of Tranche.");
        }
    }

    /** Returns where the book is. */
    public BookAddress address() {
        return book;
    }

    @Override
    public boolean append(JournalEntry entry) {
        return appendAll(List.of(entry)) == 1;
    }

    /**
     * Adds entries, all of them or, when it fails, none; those that are in the book already change nothing.
     *
     * @return how many were added
     */
    public int appendAll(List<? extends JournalEntry> added) {
        List<String> payloads = added.stream().map(EntryFormat::write).toList();
        return write(() -> {
            EntryTable.Head head = caughtUp();
            String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
            int count = 0;
            for (int i = 0; i < payloads.size(); i++) {
                String digest = Chain.digest(payloads.get(i));
                if (entries.has(digest)) {
                    continue;
                }
                EntryTable.Row row = EntryTable.Row.after(head, now, payloads.get(i), digest);
                entries.insert(row);
                index.add(row.number(), added.get(i));
                head = new EntryTable.Head(row.number(), row.hash());
                count++;
            }
            if (count > 0) {
                index.noteThrough(head.number());
            }
            return count;
        });
    }

    /** Brings the derived tables up to the end of the journal, which is returned. */
    private EntryTable.Head caughtUp() throws SQLException {
        EntryTable.Head head = entries.head();
        long through = index.through();
        if (through < 0) {
            index.clear();
        }
        if (through < head.number()) {
            entries.forEachAfter(Math.max(0, through), row -> {
                index.add(row.number(), entry(row));
                return true;
            });
            index.noteThrough(head.number());
        }
        return head;
    }

    private JournalEntry entry(EntryTable.Row row) {
        try {
            return EntryFormat.read(book + ", entry " + row.number(), row.payload());
        } catch (BundleException broken) {
            throw new StoreException(
                    Reason.DAMAGED, broken.getMessage() + " 'tranche verify' checks the whole book.", broken);
        }
    }

    @Override
    public List<JournalEntry> entries() {
        return read(() -> {
            List<JournalEntry> all = new ArrayList<>();
            entries.forEachAfter(0, row -> all.add(entry(row)));
            return all;
        });
    }

    /**
     * An entry of the journal with its place in it.
     *
     * @param number its number, from 1
     * @param addedAt when it was added
     * @param entry what was added
     */
    public record Numbered(long number, Instant addedAt, JournalEntry entry) {}

    /** Hands on all entries after a number one by one, in order, so that a long journal need not fit into memory. */
    public void forEachAfter(long number, Consumer<Numbered> sink) {
        read(() -> {
            entries.forEachAfter(number, row -> {
                sink.accept(numbered(row));
                return true;
            });
            return number;
        });
    }

    private Numbered numbered(EntryTable.Row row) {
        try {
            return new Numbered(row.number(), Instant.parse(row.addedAt()), entry(row));
        } catch (DateTimeParseException broken) {
            throw new StoreException(
                    Reason.DAMAGED,
                    book + ", entry " + row.number() + ": '" + row.addedAt()
                            + "' is no time. 'tranche verify' checks the whole book.",
                    broken);
        }
    }

    /** Returns the entry of a number. */
    public Optional<Numbered> find(long number) {
        return read(() -> entries.find(number).map(this::numbered));
    }

    /** Returns the number of the last entry: 0 when there is none. */
    public long head() {
        return read(() -> entries.head().number());
    }

    /**
     * Returns the numbers of the entries with which the texts of a report's id first came in, in order; later readings
     * of the same texts are other entries.
     */
    public List<Long> numbersOf(String report) {
        return read(() -> {
            refuseIfBehind();
            return index.ofReport(report);
        });
    }

    /** Returns the reports that entries of these numbers hold, without reading what was read from them. */
    public Map<Long, Document> reports(Collection<Long> numbers) {
        return read(() -> {
            Map<Long, Document> found = new HashMap<>();
            for (long number : numbers) {
                Optional<EntryTable.Row> row = entries.find(number);
                if (row.isPresent()) {
                    EntryFormat.report(book + ", entry " + number, row.get().payload())
                            .ifPresent(report -> found.put(number, report));
                }
            }
            return found;
        });
    }

    /** Checks every entry against its hashes and its place in the chain, up to the first that is broken. */
    public Verification verify() {
        return verify(Optional.empty());
    }

    /**
     * Checks as {@link #verify()} does, and whether an entry with a hash is still there.
     *
     * @param noted the hash, as an earlier check told it
     */
    public Verification verify(Optional<String> noted) {
        return read(() -> {
            ChainCheck check = new ChainCheck(book, noted);
            entries.forEachAfter(0, check);
            return check.result(index.through());
        });
    }

    /** Drops everything derived and makes it again from the journal. */
    public void replay() {
        write(() -> {
            index.clear();
            return caughtUp();
        });
    }

    private void refuseIfBehind() throws SQLException {
        if (index.through() < entries.head().number()) {
            throw new StoreException(
                    Reason.FAILED, book + ": the search is behind the journal. 'tranche replay' makes it again.");
        }
    }

    /**
     * Finds reports, best first; the order among hits is the database's own. Withdrawn reports are left out.
     *
     * @param most how many at most
     */
    public List<Hit> search(SearchWords looked, int most) {
        return read(() -> {
            refuseIfBehind();
            List<Hit> hits = new ArrayList<>();
            for (long number : index.find(looked, most)) {
                Optional<JournalEntry> found = entries.find(number).map(this::entry);
                if (found.isPresent() && found.get() instanceof JournalEntry.Read report) {
                    hits.add(Hit.of(report.extraction().document(), looked));
                }
            }
            return hits;
        });
    }

    /**
     * Adds all entries of another book. Where this book is empty or a beginning of the other, the chain is taken over as
     * it is, with its hashes and times; otherwise what is missing is added at the end.
     *
     * @return how many entries were added
     */
    public long addAll(Store other) {
        EntryTable.Head head = read(entries::head);
        boolean continues = head.number() == 0
                || other.read(() -> other.entries.find(head.number()))
                        .filter(row -> row.hash().equals(head.hash()))
                        .isPresent();
        long[] added = new long[1];
        List<EntryTable.Row> batch = new ArrayList<>();
        other.read(() -> {
            other.entries.forEachAfter(continues ? head.number() : 0, row -> {
                batch.add(row);
                if (batch.size() == IMPORT_BATCH) {
                    added[0] += take(batch, continues);
                    batch.clear();
                }
                return true;
            });
            return added[0];
        });
        return added[0] + take(batch, continues);
    }

    private int take(List<EntryTable.Row> rows, boolean asTheyAre) {
        if (!asTheyAre) {
            return appendAll(rows.stream().map(this::entry).toList());
        }
        return write(() -> {
            for (EntryTable.Row row : rows) {
                entries.insert(row);
            }
            caughtUp();
            return rows.size();
        });
    }

    /**
     * Writes a copy of the book, as it is at this moment, to a new SQLite file; other programs may go on writing.
     *
     * @return the check of the copy
     */
    public Verification backup(Path file) {
        return Backup.write(this, file);
    }

    /** Writes the file of this book to a new file. */
    void copyTo(BookAddress.InFile file) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + file.toString().replace("'", "''") + "'");
        } catch (SQLException failed) {
            // What fails is mostly the new file: its disk is full, its folder is missing.
            throw SqlFailures.of(file, failed);
        }
    }

    /** Returns the connection, for the other tables of the book. */
    Connection connection() {
        return connection;
    }

    /** Something done with the connection. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T read(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }

    private <T> T write(Work<T> work) {
        return write(dialect.lock(), work);
    }

    /** Does something as a whole or not at all, with a lock where the database needs one. */
    <T> T write(String lock, Work<T> work) {
        try {
            T result;
            try {
                // A file that somebody else writes for too long fails here, and must not stay half begun.
                connection.setAutoCommit(false);
                if (!lock.isEmpty()) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(lock);
                    }
                }
                result = work.run();
                connection.commit();
            } catch (SQLException | RuntimeException | Error failed) {
                rollBack();
                throw failed;
            }
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }

    /** A full disk has rolled back already, and a lost connection will: the failure before is the one to tell. */
    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException ignored) {
            // See above.
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException ignored) {
            // See above.
        }
    }

    /** Lets go of the book; everything added was kept before. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw SqlFailures.of(book, failed);
        }
    }
}
