package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.print.Phrases;
import dev.tranche.source.Incoming;
import dev.tranche.store.Access;
import dev.tranche.store.Store;
import dev.tranche.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche add}: reads reports into the book. */
@Command(
        name = "add",
        header = "Read reports into the book.",
        description = {
            "",
            "A PATH is a file, a folder, - for standard input, or the address of one page or feed (https://…). A single"
                    + " address is fetched as by a browser; of several, only those that the robots.txt of their site"
                    + " allows, with a pause between two of the same site.",
            "The book is created if it does not exist. Entries are only ever added: adding a report twice changes"
                    + " nothing, and a report that this version has already read into the book is not read again. A"
                    + " run that was interrupted, by kill -9 or by a lost connection, therefore continues where it"
                    + " stopped when the same command is run again.",
            ""
        })
public final class AddCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private BookOption book = new BookOption();

    @Option(names = "--again", description = "Also re-read reports that this version has already read into the book.")
    private boolean again;

    @Option(names = "--problems", description = "List every problem, not only how many there are.")
    private boolean problems;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders, addresses or -.")
    private List<String> paths = new ArrayList<>();

    /** Adds all reports. */
    @Override
    public void run() {
        ReadCommand.refuseWrongPaths(paths);
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        Run run = new Run(program, problems);
        int added;
        try (Store store = book.open(Access.WRITE);
                Known known = new Known(again || !reading.isUsual() ? Optional.empty() : Optional.of(reopened()))) {
            Batch batch = new Batch(store);
            run.withdrawing(batch::add)
                    .over(
                            reading.inputs(paths, program.terminal().in()),
                            reading.threads(),
                            false,
                            report -> known.holds(report.document())
                                    ? Run.Reading.KNOWN
                                    : new Run.Reading(reader.apply(report), ""),
                            read -> batch.add(new JournalEntry.Read(read.extraction())));
            added = batch.complete();
        }
        if (added == 0) {
            run.refuseNothing(paths);
        }
        run.printSummary();
        program.terminal()
                .err()
                .println("tranche: " + Phrases.count(added, "reading", "readings") + " added to " + book.address()
                        + ".");
    }

    private Store reopened() {
        return book.open(Access.READ);
    }

    /** Asks for reports that are in the book, over a connection of its own that all threads share. */
    private static final class Known implements AutoCloseable {

        private final Optional<Store> store;

        Known(Optional<Store> store) {
            this.store = store;
        }

        synchronized boolean holds(Document report) {
            return store.isPresent() && store.get().isRead(report);
        }

        @Override
        public synchronized void close() {
            store.ifPresent(Store::close);
        }
    }

    /** Gathers readings, since each addition waits for the disk. */
    private static final class Batch {

        private static final int MOST_READINGS = 100;

        private final Store store;
        private final List<JournalEntry> readings = new ArrayList<>();
        private int added;

        Batch(Store store) {
            this.store = store;
        }

        void add(JournalEntry entry) {
            readings.add(entry);
            if (readings.size() == MOST_READINGS) {
                added += store.appendAll(readings);
                readings.clear();
            }
        }

        int complete() {
            added += store.appendAll(readings);
            readings.clear();
            return added;
        }
    }
}
