package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.TimelineCsv;
import dev.tranche.print.TimelineJson;
import dev.tranche.print.TimelinePrinter;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.Timeline;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private TableOptions table = new TableOptions();

    /** Prints the timeline of the book or the reports. */
    @Override
    public void run() {
        List<Extraction> readings = LedgerFold.readings(table.book().journal(program, table.paths()));
        Timeline timeline = Timeline.of(readings);
        List<FigureBook.Counted> differing = FigureBook.of(readings).differing();
        table.print(
                program,
                () -> TimelineJson.lines(timeline) + TimelineJson.figures(differing),
                () -> TimelineCsv.table(timeline),
                (ink, width) -> {
                    TimelinePrinter printer = new TimelinePrinter(ink, width);
                    return printer.print(timeline) + printer.figures(differing);
                });
    }
}
