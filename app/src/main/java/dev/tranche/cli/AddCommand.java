package dev.tranche.cli;

import dev.tranche.book.JournalFile;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.pipeline.Inputs;
import dev.tranche.source.Incoming;
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
        description = {"", "The book is only ever added to; adding a report twice changes nothing.", ""})
public final class AddCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--book",
            paramLabel = "FILE",
            defaultValue = "${env:TRANCHE_BOOK}",
            description =
                    "The book, a journal of JSON lines. Default: TRANCHE_BOOK, else " + BookOptions.DEFAULT_BOOK + ".")
    private @Nullable String book;

    @Option(names = "--problems", description = "List every problem, and not only their number.")
    private boolean problems;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders or -.")
    private List<String> paths = new ArrayList<>();

    /** Adds all reports. */
    @Override
    public void run() {
        ReadCommand.refuseWrongPaths(paths);
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        Run run = new Run(program, problems);
        int[] added = new int[1];
        try (JournalFile journal = BookOptions.open(BookOptions.file(book))) {
            run.over(
                    Inputs.of(paths, program.terminal().in()),
                    reading.threads(),
                    false,
                    report -> new Run.Reading(reader.apply(report), ""),
                    read -> {
                        if (journal.append(new JournalEntry.Read(read.extraction()))) {
                            added[0]++;
                        }
                    });
        }
        run.refuseNothing(paths);
        run.printSummary();
        program.terminal().err().println("tranche: " + added[0] + " readings added to " + BookOptions.file(book) + ".");
    }
}
