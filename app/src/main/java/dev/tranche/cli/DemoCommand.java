package dev.tranche.cli;

import dev.tranche.audit.BookAudit;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.Journal;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.ledger.Ledger;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.ledger.MemoryJournal;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.pipeline.Input;
import dev.tranche.print.ClaimsPrinter;
import dev.tranche.print.Ink;
import dev.tranche.print.LedgerPrinter;
import dev.tranche.print.ReportPrinter;
import dev.tranche.print.TimelinePrinter;
import dev.tranche.record.OfficialRecord;
import dev.tranche.source.Incoming;
import dev.tranche.standing.Judge;
import dev.tranche.store.Access;
import dev.tranche.store.BookAddress;
import dev.tranche.store.Store;
import dev.tranche.timeline.ClaimBook;
import dev.tranche.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche demo}: reads the sample reports that ship. */
@Command(
        name = "demo",
        header = "Read the sample reports that ship with Tranche.",
        description = {
            "",
            "Reads some fifty reports, written for this purpose, and prints what they say, the ledger, the audit, and"
                    + " the encounters and statements that most of them mention.",
            ""
        })
public final class DemoCommand implements Runnable {

    private static final int MOST_TOLD = 10;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--serve", description = "Serve the pages with a temporary book of the samples.")
    private boolean serve;

    @Mixin
    private ServingOptions serving = new ServingOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    /** Reads the samples. */
    @Override
    public void run() {
        if (serve) {
            serve();
            return;
        }
        List<Input> samples = Samples.inputs();
        Terminal terminal = program.terminal();
        Lexicon lexicon = reading.lexicon();
        ReportPrinter printer = new ReportPrinter(lexicon, terminal.ink(program.colour()), terminal.lineWidth());
        Function<Incoming.Report, Extraction> reader = reading.reader(lexicon);
        Journal journal = new MemoryJournal();
        Run run = new Run(program, false);
        try (Results results = Results.open(terminal, Optional.empty())) {
            run.over(
                    samples,
                    reading.threads(),
                    true,
                    report -> {
                        Extraction extraction = reader.apply(report);
                        return new Run.Reading(extraction, printer.print(extraction));
                    },
                    read -> {
                        results.write(read.rendered());
                        journal.append(new JournalEntry.Read(read.extraction()));
                    });
            run.refuseNothing(List.of("the samples"));
            results.write(run.counts().sentence() + "\n");
            Ledger reported = LedgerFold.of(journal);
            Ledger ledger = Judge.judge(reported);
            LedgerPrinter books = new LedgerPrinter(lexicon, terminal.ink(program.colour()), terminal.lineWidth());
            results.write("\nLedger\n\n" + books.entries(ledger.entries()));
            results.write("\nAudit\n\n" + books.equations(BookAudit.ofBook(reported, OfficialRecord.shipped())));
            List<Extraction> told = LedgerFold.readings(journal);
            Ink ink = terminal.ink(program.colour());
            results.write("\nTimeline\n\n"
                    + new TimelinePrinter(ink, terminal.lineWidth())
                            .print(Timeline.of(told).mostTold(MOST_TOLD)));
            results.write("\nStatements\n\n"
                    + new ClaimsPrinter(ink, terminal.lineWidth()).mostTold(ClaimBook.of(told), MOST_TOLD));
            results.complete();
        }
        run.printProblems();
    }

    private void serve() {
        Path folder = folder();
        try {
            Path file = folder.resolve("samples.db");
            Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
            Run run = new Run(program, false);
            try (Store store = BookOptions.open(file.toString(), Access.WRITE)) {
                List<JournalEntry> readings = new ArrayList<>();
                run.over(
                        Samples.inputs(),
                        reading.threads(),
                        true,
                        report -> new Run.Reading(reader.apply(report), ""),
                        read -> readings.add(new JournalEntry.Read(read.extraction())));
                store.appendAll(readings);
            }
            run.printSummary();
            serving.serve(program, new BookAddress.InFile(file), reading, record);
        } finally {
            remove(folder);
        }
    }

    /** A server ends by a signal, so that the folder is also removed by a hook. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("tranche-demo-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException broken) {
            throw CommandException.outside(
                    "no folder for the samples' book can be created: " + broken.getMessage() + ".");
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException gone) {
            // What remains in the folder for temporary files does no harm.
        }
    }
}
