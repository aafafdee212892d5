package dev.tranche.store;

import dev.tranche.bundle.BundleException;
import dev.tranche.extract.ExtractionVersion;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.store.StoreException.Reason;
import dev.tranche.text.Document;
import dev.tranche.view.GrowingBook;
import dev.tranche.view.LeanReading;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * A persistent book: a journal in an SQLite file or a PostgreSQL database.
 *
 * <p>Once a method that adds has returned, its data is on disk and survives the end of the program at any moment; until
 * it has returned, all or nothing is stored. Several programs can use one book at once; writers wait for each other.
 * One store belongs to one thread. Database errors are raised as {@link StoreException}.
 */
public final class Store implements Journal, AutoCloseable {

    private static final int IMPORT_BATCH = 500;
    private static final int REBUILD_STEP = 2_000;

    private final BookAddress book;
    private final Dialect dialect;
    private final Link link;
    private final InstantSource clock;
    private final EntryTable entries;
    private final ReportIndex index;

    private Store(BookAddress book, Link link, InstantSource clock) {
        this.book = book;
        this.dialect = Dialect.of(book);
        this.link = link;
        this.clock = clock;
        this.entries = new EntryTable(link::connection);
        this.index = new ReportIndex(dialect, link::connection);
    }

    /**
     * Opens a book; one with tables of an earlier version is migrated to this version.
     *
     * @param clock gives the time at which entries are added
     */
    public static Store open(BookAddress book, Access access, InstantSource clock) {
        return open(book, access, clock, Surroundings.USUAL);
    }

    static Store open(BookAddress book, Access access, InstantSource clock, UnaryOperator<Connection> watch) {
        return open(book, access, clock, Surroundings.watched(watch));
    }

    static Store open(BookAddress book, Access access, InstantSource clock, Surroundings surroundings) {
        Store store = new Store(book, Link.open(book, access, surroundings), clock);
        try {
            if (access != Access.READ && store.isOutdated()) {
                store.rebuild();
            }
            return store;
        } catch (RuntimeException | Error failed) {
            store.close();
            throw failed;
        }
    }

    /** Are the derived tables, or the readings without texts in them, of another version? */
    private boolean isOutdated() {
        return link.one(() -> index.through() < 0 || index.lean().isOutdated());
    }

    /** Returns the address of the book. */
    public BookAddress address() {
        return book;
    }

    @Override
    public boolean append(JournalEntry entry) {
        return appendAll(List.of(entry)) == 1;
    }

    /**
     * Adds entries, all of them or, on failure, none; those already in the book change nothing.
     *
     * @return the number added
     */
    public int appendAll(List<? extends JournalEntry> added) {
        List<String> payloads = added.stream().map(EntryFormat::write).toList();
        return write(() -> insert(payloads));
    }

    /** Changes the book atomically, while other writers wait. */
    <T> T write(Link.Work<T> work) {
        return link.write(dialect.lock(), work);
    }

    /** Adds payloads that are not yet in the book, within a change; returns their number. */
    int insert(List<String> payloads) throws SQLException {
        EntryTable.Head head = caughtUp();
        String now = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        int count = 0;
        for (String payload : payloads) {
            String digest = Chain.digest(payload);
            if (entries.has(digest)) {
                continue;
            }
            EntryTable.Row row = EntryTable.Row.after(head, now, payload, digest);
            entries.insert(row);
            // Derived data comes from the row, so that rebuilding it gives the same result.
            index.add(row.number(), entry(row));
            head = new EntryTable.Head(row.number(), row.hash());
            count++;
        }
        if (count > 0) {
            index.noteThrough(head.number());
        }
        return count;
    }

    /** Brings the derived tables up to date with the journal; returns its end. */
    EntryTable.Head caughtUp() throws SQLException {
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
        refuseChanged(row);
        try {
            return EntryFormat.read(book + ", entry " + row.number(), row.payload());
        } catch (BundleException broken) {
            throw new StoreException(
                    Reason.DAMAGED, broken.getMessage() + " 'tranche verify' checks the whole book.", broken);
        }
    }

    /** A changed byte may leave a readable payload: what is shown must be what was added. */
    private void refuseChanged(EntryTable.Row row) {
        if (!row.digest().equals(Chain.digest(row.payload()))) {
            throw new StoreException(
                    Reason.DAMAGED,
                    book + ", entry " + row.number()
                            + ": its content is not what was added. 'tranche verify' checks the whole book.");
        }
    }

    @Override
    public List<JournalEntry> entries() {
        List<JournalEntry> all = new ArrayList<>();
        forEachRow(0, row -> all.add(entry(row)));
        return all;
    }

    /** Entries are only ever added, so the pages need not see one state, and no long read holds up a writer. */
    private void forEachRow(long number, Consumer<EntryTable.Row> sink) {
        long last = number;
        for (List<EntryTable.Row> page = page(last); !page.isEmpty(); page = page(last)) {
            page.forEach(sink);
            last = page.getLast().number();
        }
    }

    private List<EntryTable.Row> page(long after) {
        return link.one(() -> entries.page(after, EntryTable.PAGE));
    }

    /**
     * An entry of the journal with its number and time.
     *
     * @param number its number, from 1
     * @param addedAt when it was added
     * @param entry what was added
     */
    public record Numbered(long number, Instant addedAt, JournalEntry entry) {}

    /** Passes on all entries after a number one by one, in order, so that a long journal need not fit in memory. */
    public void forEachAfter(long number, Consumer<Numbered> sink) {
        forEachRow(number, row -> sink.accept(numbered(row)));
    }

    /**
     * Adds to a book all entries after its last one. Readings come without their texts from the derived tables;
     * where these lack one, from the journal.
     *
     * @param into the book
     * @param told receives the number of each entry added
     */
    public void follow(GrowingBook into, LongConsumer told) {
        follow(into.head(), new Follower() {
            @Override
            public void take(long number, LeanReading reading) {
                into.add(number, reading);
                told.accept(number);
            }

            @Override
            public void take(long number, JournalEntry entry) {
                into.add(number, entry);
                told.accept(number);
            }
        });
    }

    /** Passes on all entries after a number, readings without their texts. */
    public void follow(long number, Follower into) {
        new LeanRows(book, link, index, entries).forEachAfter(number, this::entry, into);
    }

    /**
     * Passes on the entries on which the ledger depends (see {@link dev.tranche.ledger.Ties}), in order, readings
     * without their texts: usually a small part of the book.
     *
     * @return the number of the last entry of the book; empty, with nothing passed on, if the derived tables do not
     *     list them, or if there are so many that following the whole book costs little more
     */
    public OptionalLong followLedger(Follower into) {
        return new LeanRows(book, link, index, entries).forLedger(this::entry, into);
    }

    /**
     * Returns the entries after a number, in order.
     *
     * @param most the most returned; each is read whole
     */
    public List<Numbered> after(long number, int most) {
        return link.one(() -> entries.page(number, most)).stream()
                .map(this::numbered)
                .toList();
    }

    private Numbered numbered(EntryTable.Row row) {
        try {
            return new Numbered(row.number(), Instant.parse(row.addedAt()), entry(row));
        } catch (DateTimeParseException broken) {
            throw new StoreException(
                    Reason.DAMAGED,
                    book + ", entry " + row.number() + ": '" + row.addedAt()
                            + "' is not a time. 'tranche verify' checks the whole book.",
                    broken);
        }
    }

    /** Returns the entry with a number. */
    public Optional<Numbered> find(long number) {
        return link.ask(() -> entries.find(number).map(this::numbered));
    }

    /** Returns the hash of the entry with a number; a journal that begins differently does not have it. */
    public Optional<String> hash(long number) {
        return link.one(() -> entries.find(number).map(EntryTable.Row::hash));
    }

    /** Returns the number of the last entry: 0 if there is none. */
    public long head() {
        return link.ask(() -> entries.head().number());
    }

    /**
     * Returns the numbers of the entries that first added the texts of a report's id, in order; later readings
     * of the same texts are separate entries.
     */
    public List<Long> numbersOf(String report) {
        return link.ask(() -> {
            refuseIfBehind();
            return index.ofReport(report);
        });
    }

    /**
     * Is exactly this report in the book, as this version of the reader read it? False if the derived tables are
     * behind.
     */
    public boolean isRead(Document report) {
        return link.one(() -> index.isCurrent() && index.isRead(report, ExtractionVersion.CURRENT));
    }

    /** Returns the reports in the entries with these numbers, without decoding what was read from them. */
    public Map<Long, Document> reports(Collection<Long> numbers) {
        return link.ask(() -> {
            Map<Long, Document> found = new HashMap<>();
            for (long number : numbers) {
                Optional<EntryTable.Row> row = entries.find(number);
                if (row.isPresent()) {
                    refuseChanged(row.get());
                    EntryFormat.report(book + ", entry " + number, row.get().payload())
                            .ifPresent(report -> found.put(number, report));
                }
            }
            return found;
        });
    }

    /**
     * Checks every entry against its hashes and its place in the chain, up to the first that is broken and, if all are
     * intact, the derived tables against the entries. Everything is checked in one state, even while others write.
     */
    public Verification verify() {
        return verify(Optional.empty());
    }

    /**
     * Checks as {@link #verify()} does, and whether an entry with a hash is still there.
     *
     * @param noted the hash, as reported by an earlier check
     */
    public Verification verify(Optional<String> noted) {
        return link.ask(() -> {
            ChainCheck check = new ChainCheck(book, noted);
            entries.forEachAfter(0, check);
            Verification chain = check.result(index.through());
            boolean isComparable = chain.broken().isEmpty() && index.through() == chain.entries();
            return isComparable ? chain.with(DerivedCheck.wrong(book, link.connection(), entries)) : chain;
        });
    }

    /** Drops everything derived and rebuilds it from the journal. */
    public void rebuild() {
        rebuild((done, all) -> {});
    }

    /** Receives the number of entries done and the total. */
    public interface Progress {

        /** Receives both numbers. */
        void done(long done, long all);
    }

    /**
     * Drops everything derived and rebuilds it from the journal, in steps that are stored: an interrupted rebuild is
     * continued by the next program that changes the book. Until it is done, searches are refused.
     *
     * @param progress is called after each step
     */
    public void rebuild(Progress progress) {
        link.write(dialect.lock(), () -> {
            if (book instanceof BookAddress.InFile) {
                // The indexes of the journal table are derived as well.
                try (Statement statement = link.connection().createStatement()) {
                    statement.execute("REINDEX");
                }
            }
            index.clear();
            return 0;
        });
        for (long done = 0, all = head(); done < all; all = head()) {
            done = link.write(dialect.lock(), this::caughtUpOneStep);
            progress.done(done, all);
        }
    }

    private long caughtUpOneStep() throws SQLException {
        long last = Math.max(0, index.through());
        List<EntryTable.Row> page = entries.page(last, REBUILD_STEP);
        for (EntryTable.Row row : page) {
            index.add(row.number(), entry(row));
            last = row.number();
        }
        index.noteThrough(last);
        return last;
    }

    private void refuseIfBehind() throws SQLException {
        if (index.through() < entries.head().number()) {
            throw new StoreException(
                    Reason.FAILED,
                    book + ": the search index is behind the journal. 'tranche rebuild --tables' rebuilds it.");
        }
    }

    /**
     * Finds reports, best first; the order among hits is the database's own. Withdrawn reports are left out.
     *
     * @param most the most returned
     */
    public List<Hit> search(SearchWords looked, int most) {
        return link.ask(() -> {
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
     * Adds all entries of another book. If this book is empty or a prefix of the other, the chain is copied
     * unchanged, with its hashes and times; otherwise what is missing is added at the end.
     *
     * @return the number of entries added
     */
    public long addAll(Store other) {
        EntryTable.Head head = link.one(entries::head);
        boolean continues = head.number() == 0
                || other.link
                        .one(() -> other.entries.find(head.number()))
                        .filter(row -> row.hash().equals(head.hash()))
                        .isPresent();
        long[] added = new long[1];
        List<EntryTable.Row> batch = new ArrayList<>();
        other.forEachRow(continues ? head.number() : 0, row -> {
            batch.add(row);
            if (batch.size() == IMPORT_BATCH) {
                added[0] += take(batch, continues);
                batch.clear();
            }
        });
        return added[0] + take(batch, continues);
    }

    private int take(List<EntryTable.Row> rows, boolean asTheyAre) {
        if (!asTheyAre) {
            return appendAll(rows.stream().map(this::entry).toList());
        }
        return link.write(dialect.lock(), () -> {
            for (EntryTable.Row row : rows) {
                entries.insert(row);
            }
            caughtUp();
            return rows.size();
        });
    }

    /**
     * Writes a copy of the current book to a new SQLite file; other programs may continue to write.
     *
     * @return the check of the copy
     */
    public Verification backup(Path file) {
        return Backup.write(this, file);
    }

    /** Writes the file of this book to a new file. */
    void copyTo(BookAddress.InFile file) {
        try (Statement statement = link.connection().createStatement()) {
            statement.execute("VACUUM INTO '" + file.toString().replace("'", "''") + "'");
        } catch (SQLException failed) {
            // The failure is mostly in the new file: its disk is full or its folder is missing.
            throw SqlFailures.of(file, failed);
        }
    }

    /** Returns the derived tables. */
    ReportIndex index() {
        return index;
    }

    /** Returns the connection, for the other tables of the book. */
    Link link() {
        return link;
    }

    /**
     * Is this still the book at its address, and does it respond? False if its file was removed, moved or
     * replaced, or if the database server closed the connection.
     */
    public boolean isAlive() {
        return !link.isReplaced() && link.isAlive();
    }

    /** Releases the book; everything added has already been stored. */
    @Override
    public void close() {
        link.close();
    }
}
