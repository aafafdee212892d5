package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.source.Incoming;
import dev.tranche.standing.Judge;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.store.StoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that looks at a book: which book, or reports that form a book for this run only. */
final class BookOptions {

    /** The book in the current folder. */
    static final String DEFAULT_BOOK = "tranche.db";

    /** What every command says about the option that names the book. */
    static final String BOOK =
            "The book: a file, or postgresql://USER:PASSWORD@HOST/DATABASE. Default: TRANCHE_BOOK, else " + DEFAULT_BOOK
                    + ".";

    /** What every command says about the reports that may be given to it. */
    static final String PATHS = "Use these reports instead of the stored book, for this run only.";

    @Option(names = "--book", paramLabel = "BOOK", defaultValue = "${env:TRANCHE_BOOK}", description = BOOK)
    private @Nullable String book;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** Returns where the book is. */
    static BookAddress address(@Nullable String book) {
        try {
            return BookAddress.parse(book == null || book.isBlank() ? DEFAULT_BOOK : book);
        } catch (IllegalArgumentException wrong) {
            throw CommandException.usage("--book: " + wrong.getMessage());
        }
    }

    /** Opens a book; a command that only reads refuses one that does not exist. */
    static Store open(@Nullable String book, Access access) {
        try {
            return Store.open(address(book), access, InstantSource.system());
        } catch (StoreException failed) {
            throw explained(failed);
        }
    }

    /** Returns what a command ends with when its book cannot be opened; the message says how to create one. */
    static RuntimeException explained(StoreException failed) {
        return failed.reason() == StoreException.Reason.MISSING
                ? CommandException.usage(failed.getMessage() + " 'tranche add PATH' creates one.")
                : failed;
    }

    /** Returns the book as it was named; null for the usual one. */
    @Nullable
    String named() {
        return book;
    }

    /** Returns the reading options. */
    ReadingOptions reading() {
        return reading;
    }

    /** Returns the journal of the reports given, else that of the book. */
    Journal journal(TrancheCommand program, List<String> paths) {
        if (!paths.isEmpty()) {
            return ofReports(program, paths, reading);
        }
        return ofBook(book);
    }

    /** A book that has been released: what is added to it later does not appear. */
    private static Journal ofBook(@Nullable String book) {
        MemoryJournal entries = new MemoryJournal();
        try (Store store = open(book, Access.READ)) {
            store.entries().forEach(entries::append);
        }
        return entries;
    }

    /** Returns the journal of the book if there is one, else an empty one; a book that was named must exist. */
    Journal journalOrEmpty(TrancheCommand program, List<String> paths) {
        if (!paths.isEmpty()) {
            return journal(program, paths);
        }
        if (book != null && !book.isBlank()) {
            return ofBook(book);
        }
        MemoryJournal entries = new MemoryJournal();
        try (Store store = Store.open(address(book), Access.READ, InstantSource.system())) {
            store.entries().forEach(entries::append);
        } catch (StoreException failed) {
            if (failed.reason() != StoreException.Reason.MISSING) {
                throw failed;
            }
            if (book != null && !book.isBlank()) {
                throw CommandException.usage(failed.getMessage()
                        + " To use the record alone, leave out --book and TRANCHE_BOOK in a folder without a"
                        + " book.");
            }
        }
        return entries;
    }

    /** Returns the book, read entry by entry, so that a long one need not fit into memory. */
    static FoldedBook folded(@Nullable String book) {
        FoldedBook folded = new FoldedBook();
        try (Store store = open(book, Access.READ)) {
            store.forEachAfter(0, one -> folded.add(one.number(), one.entry()));
        }
        return folded;
    }

    /**
     * Returns the book of the reports given, else that of the file; with a record, a book that does not exist is empty.
     */
    FoldedBook folded(TrancheCommand program, List<String> paths, RecordOption record) {
        if (!paths.isEmpty()) {
            return LedgerFold.book(ofReports(program, paths, reading));
        }
        return record.isGiven() ? LedgerFold.book(journalOrEmpty(program, paths)) : folded(book);
    }

    /** Returns the ledger of the reports given, else that of the book, with a record where one is asked for. */
    Ledger ledger(TrancheCommand program, List<String> paths, RecordOption record) {
        return ledger(folded(program, paths, record), record);
    }

    /** Returns the ledger of a book, with a record where one is asked for. */
    static Ledger ledger(FoldedBook folded, RecordOption record) {
        return Judge.judge(record.isGiven() ? folded.ledger().with(record.or(RecordOption.NONE)) : folded.ledger());
    }

    /** Returns a journal of reports in memory. */
    static Journal ofReports(TrancheCommand program, List<String> paths, ReadingOptions reading) {
        ReadCommand.refuseWrongPaths(paths);
        MemoryJournal journal = new MemoryJournal();
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        Run run = new Run(program, false);
        run.over(
                reading.inputs(paths, program.terminal().in()),
                reading.threads(),
                false,
                report -> new Run.Reading(reader.apply(report), ""),
                read -> journal.append(new JournalEntry.Read(read.extraction())));
        run.refuseNothing(paths);
        run.printSummary();
        return journal;
    }
}
