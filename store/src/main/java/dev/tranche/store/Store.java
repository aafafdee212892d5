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
 * A book that lasts: a journal in an SQLite file or a PostgreSQL database.
 *
 * <p>What an adding method has returned is on the disk and survives the end of the program at any moment; of what it has
 * not returned, all or nothing is kept. Several programs can use one book at once; writers wait for each other. One
 * store belongs to one thread. Whatever the database refuses is a {@link StoreException}.
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
     * Opens a book; one of an earlier version of its tables is brought up to this version.
     *
     * @param clock tells when entries are added
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

    /** Are the derived tables, or the readings without texts in them, those of another version? */
    private boolean isOutdated() {
        return link.one(() -> index.through() < 0 || index.lean().isOutdated());
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
        return write(() -> insert(payloads));
    }

    /** Changes the book as a whole or not at all, while other writers wait. */
    <T> T write(Link.Work<T> work) {
        return link.write(dialect.lock(), work);
    }

    /** Adds payloads that are not in the book, within a change; returns how many. */
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
            // What is derived comes from the row, so that it is the same when it is derived again.
            index.add(row.number(), entry(row));
            head = new EntryTable.Head(row.number(), row.hash());
            count++;
        }
        if (count > 0) {
            index.noteThrough(head.number());
        }
        return count;
    }

    /** Brings the derived tables up to the end of the journal, which is returned. */
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

    /** A changed byte may leave a payload that can be read: what is shown must be what was added. */
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

    /** Entries are only ever added, so that the pages need not see one state, and no long reading holds up a writer. */
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
     * An entry of the journal with its place in it.
     *
     * @param number its number, from 1
     * @param addedAt when it was added
     * @param entry what was added
     */
    public record Numbered(long number, Instant addedAt, JournalEntry entry) {}

    /** Hands on all entries after a number one by one, in order, so that a long journal need not fit into memory. */
    public void forEachAfter(long number, Consumer<Numbered> sink) {
        forEachRow(number, row -> sink.accept(numbered(row)));
    }

    /**
     * Adds to a book all entries after the last that it knows. Readings come without their texts from the derived tables;
     * where these do not hold one, from the journal.
     *
     * @param into the book
     * @param told receives the number of each entry that was added
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

    /** Hands on all entries after a number, readings without their texts. */
    public void follow(long number, Follower into) {
        new LeanRows(book, link, index, entries).forEachAfter(number, this::entry, into);
    }

    /**
     * Hands on the entries on which the ledger depends (see {@link dev.tranche.ledger.Ties}), in order, readings without
     * their texts: usually a small part of the book.
     *
     * @return the number of the last entry of the book; empty, with nothing handed on, where the derived tables do not tell
     *     which entries they are, and where they are so many that following the whole book costs little more
     */
    public OptionalLong followLedger(Follower into) {
        return new LeanRows(book, link, index, entries).forLedger(this::entry, into);
    }

    /**
     * Returns the entries after a number, in order.
     *
     * @param most how many at most; each is read whole
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
                            + "' is no time. 'tranche verify' checks the whole book.",
                    broken);
        }
    }

    /** Returns the entry of a number. */
    public Optional<Numbered> find(long number) {
        return link.ask(() -> entries.find(number).map(this::numbered));
    }

    /** Returns the hash of the entry with a number; no journal that begins differently has it. */
    public Optional<String> hash(long number) {
        return link.one(() -> entries.find(number).map(EntryTable.Row::hash));
    }

    /** Returns the number of the last entry: 0 when there is none. */
    public long head() {
        return link.ask(() -> entries.head().number());
    }

    /**
     * Returns the numbers of the entries with which the texts of a report's id first came in, in order; later readings
     * of the same texts are other entries.
     */
    public List<Long> numbersOf(String report) {
        return link.ask(() -> {
            refuseIfBehind();
            return index.ofReport(report);
        });
    }

    /** Is exactly this report in the book, as this version of the reader read it? False where the derived tables are behind. */
    public boolean isRead(Document report) {
        return link.one(() -> index.isCurrent() && index.isRead(report, ExtractionVersion.CURRENT));
    }

    /** Returns the reports that entries of these numbers hold, without reading what was read from them. */
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
     * Checks every entry against its hashes and its place in the chain, up to the first that is broken, and when all are
     * whole, the derived tables against the entries. Everything is checked in one state, even while others write.
     */
    public Verification verify() {
        return verify(Optional.empty());
    }

    /**
     * Checks as {@link #verify()} does, and whether an entry with a hash is still there.
     *
     * @param noted the hash, as an earlier check told it
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

    /** Takes how many entries are done, and how many there are. */
    public interface Progress {

        /** Takes both numbers. */
        void done(long done, long all);
    }

    /**
     * Drops everything derived and rebuilds it from the journal, in steps that are kept: what is broken off is taken up by
     * the next program that changes the book. Until it is done, searches are refused.
     *
     * @param progress is called after each step
     */
    public void rebuild(Progress progress) {
        link.write(dialect.lock(), () -> {
            if (book instanceof BookAddress.InFile) {
                // The indexes of the journal's own table are derived too.
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
     * @param most how many at most
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
     * Adds all entries of another book. Where this book is empty or a beginning of the other, the chain is taken over as
     * it is, with its hashes and times; otherwise what is missing is added at the end.
     *
     * @return how many entries were added
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
     * Writes a copy of the book, as it is at this moment, to a new SQLite file; other programs may go on writing.
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
            // What fails is mostly the new file: its disk is full, its folder is missing.
            throw SqlFailures.of(file, failed);
        }
    }

    /** Returns the tables that are derived. */
    ReportIndex index() {
        return index;
    }

    /** Returns the connection, for the other tables of the book. */
    Link link() {
        return link;
    }

    /**
     * Returns whether this is still the book of its address and answers: false when its file was removed, moved or
     * replaced, or when the server of the database ended the connection.
     */
    public boolean isAlive() {
        return !link.isReplaced() && link.isAlive();
    }

    /** Lets go of the book; everything added was kept before. */
    @Override
    public void close() {
        link.close();
    }
}
