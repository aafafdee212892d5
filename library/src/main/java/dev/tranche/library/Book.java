package dev.tranche.library;

import dev.tranche.Tranche;
import dev.tranche.export.BookExport;
import dev.tranche.export.Cover;
import dev.tranche.export.Exported;
import dev.tranche.export.FolderParts;
import dev.tranche.export.Format;
import dev.tranche.export.Selected;
import dev.tranche.export.StreamParts;
import dev.tranche.extract.Extraction;
import dev.tranche.extract.Extractor;
import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.problem.Problem;
import dev.tranche.record.OfficialRecord;
import dev.tranche.source.Incoming;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.text.Document;
import dev.tranche.view.BookSettings;
import dev.tranche.view.BookView;
import dev.tranche.view.GrowingBook;
import dev.tranche.view.LedgerQuery;
import dev.tranche.view.LedgerSort;
import dev.tranche.view.Pivot;
import dev.tranche.view.Selection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A book: reports in, ledger, sums and exports out.
 *
 * <pre>
 * try (Book book = Book.open(Path.of("aid.db"))) {
 *     book.add(Path.of("reports.jsonl"));
 *     for (Commitment entry : book.ledger().entries()) {
 *         System.out.println(entry.id() + " " + entry.amount() + " " + entry.standing());
 *     }
 *     book.export("xlsx", Path.of("ledger.xlsx"));
 * }
 * </pre>
 *
 * <p>The file is the one that the command line and the server use; several programs may have it open at once. All
 * methods may be called from several threads; they wait for one another. Failures of the file are {@link
 * dev.tranche.store.StoreException}s, whose message says what to do.
 */
public final class Book implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Store store;
    private final Lexicon lexicon;
    private final Extractor extractor;
    private final InstantSource clock;
    private final GrowingBook growing;
    private Optional<BookView> known = Optional.empty();

    private Book(Store store, Lexicon lexicon, BookSettings settings, InstantSource clock) {
        this.store = store;
        this.lexicon = lexicon;
        this.extractor = Tranche.extractor(lexicon);
        this.clock = clock;
        this.growing = new GrowingBook(settings, lexicon::nameOf);
    }

    /**
     * Opens the book in a file, or creates a new one there, with the lexicon and the record that ship.
     *
     * @param file an SQLite file; its folder must exist
     */
    public static Book open(Path file) {
        return open(
                file, Lexicon.standard(), new BookSettings(OfficialRecord.shipped(), false), InstantSource.system());
    }

    /**
     * Opens the book in a file, or creates a new one there.
     *
     * @param file an SQLite file; its folder must exist
     * @param lexicon used to read reports and to name codes
     * @param settings the official record with which the book is viewed
     * @param clock gives the time at which reports are added and exports made
     */
    public static Book open(Path file, Lexicon lexicon, BookSettings settings, InstantSource clock) {
        return new Book(Store.open(new BookAddress.InFile(file), Access.WRITE, clock), lexicon, settings, clock);
    }

    /**
     * Reads the reports of a file and adds them: plain text, Markdown, or JSON Lines with one report per line. Reports
     * already in the book change nothing.
     *
     * @throws IOException if the file cannot be read
     */
    public Added add(Path file) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Incoming incoming : Tranche.reports(String.valueOf(file.getFileName()), Files.readAllBytes(file))) {
            switch (incoming) {
                case Incoming.Report report -> entries.add(new JournalEntry.Read(extractor.extract(report.document())));
                case Incoming.Refused other -> refused.add(message(other.problem()));
            }
        }
        return new Added(entries.size(), append(entries), refused);
    }

    private static String message(Problem problem) {
        return problem.message();
    }

    /**
     * Reads a report and adds it.
     *
     * @return what was read from it, whether or not it was already in the book
     */
    public Extraction add(Document report) {
        Extraction read = extractor.extract(report);
        append(List.of(new JournalEntry.Read(read)));
        return read;
    }

    private synchronized int append(List<JournalEntry> entries) {
        return store.appendAll(entries);
    }

    /**
     * Returns everything derived from the book: ledger, audit, timeline, statements, and the indexes that filter them.
     * A second call costs only a check of the file, unless something was added in between, by this program or another.
     */
    public synchronized BookView view() {
        store.forEachAfter(growing.head(), one -> growing.add(one.number(), one.entry()));
        BookView view = known.filter(last -> last.head() == growing.head()).orElseGet(growing::view);
        known = Optional.of(view);
        return view;
    }

    /** Returns the ledger: one entry for each commitment, however many reports mention it. */
    public Ledger ledger() {
        return view().ledger();
    }

    /** Returns the entries matching a query, latest first. */
    public List<Commitment> entries(LedgerQuery asked) {
        BookView view = view();
        Selection selection = view.index().select(asked);
        return view.index().page(selection, LedgerSort.DATE, true, 0, selection.total());
    }

    /** Returns the sums of the booked entries by some of their aspects, with a separate sum for each stage. */
    public Pivot sums(Pivot.Side... by) {
        return Pivot.of(ledger().entries(), List.of(by), Optional.empty());
    }

    /**
     * Exports the whole book. A file appears under its name only once it is complete.
     *
     * @param format the word of a {@link Format}, such as {@code xlsx}, {@code csv} or {@code iati}
     * @param to a file; for a format with several files a folder, or an archive if the name ends in {@code .zip}
     * @throws IllegalArgumentException if there is no such format, or it cannot hold this book; the message says why
     * @throws IOException if the file cannot be written
     */
    public void export(String format, Path to) throws IOException {
        Format chosen = Format.find(format.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("there is no format '" + format + "'; there are "
                        + String.join(
                                ", ", Format.all().stream().map(Format::slug).toList())));
        Exported exported = exported();
        Optional<String> obstacle = chosen.obstacle(exported);
        if (obstacle.isPresent()) {
            throw new IllegalArgumentException(obstacle.get());
        }
        boolean isArchive = to.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        if (chosen.about().isFolder() && !isArchive) {
            try (FolderParts parts = new FolderParts(to)) {
                chosen.write(exported, parts);
                parts.complete();
            }
            return;
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                StreamParts.write(chosen, exported, out);
            }
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Exported exported() {
        BookView view = view();
        Selected whole = Selected.NOTHING
                .withEntries(view.ledger().entries(), true, Commitment::counted)
                .withEncounters(view.timeline().timeline().events())
                .withStatements(view, Optional.empty(), Optional.empty());
        Instant made = clock.instant();
        return BookExport.of(
                view,
                lexicon,
                whole,
                new BookExport.Made(version(), made, Cover.USUAL_LICENCE, Cover.Publisher.UNREGISTERED));
    }

    private static String version() {
        return Optional.ofNullable(Book.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }

    /** Releases the file. */
    @Override
    public synchronized void close() {
        store.close();
    }
}
