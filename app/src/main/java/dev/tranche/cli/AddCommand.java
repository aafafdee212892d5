package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.source.Incoming;
import dev.tranche.store.Access;
import dev.tranche.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
            "A PATH is a file, a folder, - for standard input, or the address of one page or feed (https://…).",
            "The book is made if it is not there. It is only ever added to; adding a report twice changes nothing.",
            ""
        })
public final class AddCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--book", paramLabel = "BOOK", defaultValue = "${env:TRANCHE_BOOK}", description = BookOptions.BOOK)
    private @Nullable String book;

    @Option(names = "--problems", description = "List every problem, and not only their number.")
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
        try (Store store = BookOptions.open(book, Access.WRITE)) {
            Batch batch = new Batch(store);
            run.over(
                    reading.inputs(paths, program.terminal().in()),
                    reading.threads(),
                    false,
                    report -> new Run.Reading(reader.apply(report), ""),
                    read -> batch.add(read.extraction()));
            added = batch.complete();
        }
        run.refuseNothing(paths);
        run.printSummary();
        program.terminal().err().println("tranche: " + added + " readings added to " + BookOptions.address(book) + ".");
    }

    /** Gathers readings, since each adding waits for the disk. */
    private static final class Batch {

        private static final int MOST_READINGS = 100;

        private final Store store;
        private final List<JournalEntry> readings = new ArrayList<>();
        private int added;

        Batch(Store store) {
            this.store = store;
        }

        void add(Extraction extraction) {
            readings.add(new JournalEntry.Read(extraction));
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
