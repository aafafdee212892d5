package dev.tranche.cli;

import dev.tranche.book.JournalFile;
import dev.tranche.bundle.BundleException;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.pipeline.Inputs;
import dev.tranche.source.Incoming;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that looks at a book: which book, or reports that make a book for this run alone. */
final class BookOptions {

    /** The book in the current folder. */
    static final String DEFAULT_BOOK = "tranche.journal.jsonl";

    /** What every command says about the reports that may be given to it. */
    static final String PATHS = "Reports that make a book for this run alone; the book in the file is left aside.";

    @Option(
            names = "--book",
            paramLabel = "FILE",
            defaultValue = "${env:TRANCHE_BOOK}",
            description = "The book, a journal of JSON lines. Default: TRANCHE_BOOK, else " + DEFAULT_BOOK + ".")
    private @Nullable String book;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** Returns the file of the book. */
    static Path file(@Nullable String book) {
        return Path.of(book == null || book.isBlank() ? DEFAULT_BOOK : book);
    }

    /** Opens the journal of a file and says what is wrong with it otherwise. */
    static JournalFile open(Path file) {
        try {
            return JournalFile.open(file);
        } catch (BundleException wrong) {
            throw CommandException.outside(String.valueOf(wrong.getMessage()));
        } catch (UncheckedIOException broken) {
            throw CommandException.outside("the book cannot be read: " + broken.getMessage() + ".");
        }
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
        Path file = file(book);
        if (!Files.exists(file)) {
            throw CommandException.usage(
                    file + ": there is no such book. 'tranche add PATH' makes one; reports given as"
                            + " PATH are read for this run alone.");
        }
        return open(file);
    }

    /** Returns the journal of the book if there is one, else an empty one. */
    Journal journalOrEmpty(TrancheCommand program, List<String> paths) {
        return paths.isEmpty() && !Files.exists(file(book)) ? new MemoryJournal() : journal(program, paths);
    }

    /** Returns the ledger of the reports given, else that of the book, with a record where one is asked for. */
    Ledger ledger(TrancheCommand program, List<String> paths, RecordOption record) {
        if (!record.isGiven()) {
            return LedgerFold.of(journal(program, paths));
        }
        return LedgerFold.of(journalOrEmpty(program, paths)).with(record.or(RecordOption.NONE));
    }

    /** Returns a journal of reports in memory. */
    static Journal ofReports(TrancheCommand program, List<String> paths, ReadingOptions reading) {
        ReadCommand.refuseWrongPaths(paths);
        MemoryJournal journal = new MemoryJournal();
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        Run run = new Run(program, false);
        run.over(
                Inputs.of(paths, program.terminal().in()),
                reading.threads(),
                false,
                report -> new Run.Reading(reader.apply(report), ""),
                read -> journal.append(new JournalEntry.Read(read.extraction())));
        run.refuseNothing(paths);
        run.printSummary();
        return journal;
    }
}
