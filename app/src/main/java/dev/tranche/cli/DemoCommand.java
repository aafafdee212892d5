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
import dev.tranche.timeline.ClaimBook;
import dev.tranche.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tranche demo}: reads the sample reports that ship. */
@Command(
        name = "demo",
        header = "Read the sample reports that ship with Tranche.",
        description = {
            "",
            "Reads some forty reports, written for this purpose, and prints what they say, the ledger, the audit, and"
                    + " the encounters and statements that most of them tell.",
            ""
        })
public final class DemoCommand implements Runnable {

    private static final int MOST_TOLD = 10;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** Reads the samples. */
    @Override
    public void run() {
        List<Input> samples = Samples.inputs();
        Terminal terminal = program.terminal();
        Lexicon lexicon = reading.lexicon();
        ReportPrinter printer = new ReportPrinter(lexicon, terminal.ink(program.colour()), terminal.width());
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
            Ledger ledger = LedgerFold.of(journal);
            LedgerPrinter books = new LedgerPrinter(lexicon, terminal.ink(program.colour()), terminal.width());
            results.write("\nLedger\n\n" + books.entries(ledger.entries()));
            results.write("\nAudit\n\n" + books.equations(BookAudit.of(ledger, OfficialRecord.shipped(), "US", "UA")));
            List<Extraction> told = LedgerFold.readings(journal);
            Ink ink = terminal.ink(program.colour());
            results.write("\nTimeline\n\n"
                    + new TimelinePrinter(ink, terminal.width())
                            .print(Timeline.of(told).mostTold(MOST_TOLD)));
            results.write("\nStatements\n\n"
                    + new ClaimsPrinter(ink, terminal.width()).mostTold(ClaimBook.of(told), MOST_TOLD));
            results.complete();
        }
        run.printProblems();
    }
}
