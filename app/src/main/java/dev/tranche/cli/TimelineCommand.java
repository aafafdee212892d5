package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.TimelineCsv;
import dev.tranche.print.TimelineJson;
import dev.tranche.print.TimelinePrinter;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche timeline}: who met whom, merged over reports. */
@Command(
        name = "timeline",
        header = "Print who met whom: the encounters of the book, each once.",
        description = {
            "",
            "An encounter that several reports tell is one entry with all of them behind it. Below stand those that a"
                + " counted row shows to be missing: a fourth visit after a second means a third. At the end figures"
                + " of other things than money that differ, with whoever says so.",
            ""
        })
public final class TimelineCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOptions book = new BookOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfTable.class,
            description = "text for people, json for programs, csv for tables. Default: text.")
    private TableFormat format = TableFormat.TEXT;

    @Parameters(index = "0..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    /** Prints the timeline of the book or the reports. */
    @Override
    public void run() {
        List<Extraction> readings = LedgerFold.readings(book.journal(program, paths));
        Timeline timeline = Timeline.of(readings);
        List<FigureBook.Counted> differing = FigureBook.of(readings).differing();
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            results.write(
                    switch (format) {
                        case JSON -> TimelineJson.lines(timeline) + TimelineJson.figures(differing);
                        case CSV -> TimelineCsv.table(timeline);
                        case TEXT -> {
                            TimelinePrinter printer =
                                    new TimelinePrinter(terminal.ink(program.colour()), terminal.width());
                            yield printer.print(timeline) + printer.figures(differing);
                        }
                    });
            results.complete();
        }
    }
}
