package dev.tranche.cli;

import dev.tranche.encounter.EncounterKind;
import dev.tranche.extract.Extraction;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.TimelineCsv;
import dev.tranche.print.TimelineJson;
import dev.tranche.print.TimelinePrinter;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.Timeline;
import dev.tranche.timeline.TimelineEvent;
import dev.tranche.view.TimelineIndex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche timeline}: who met whom, merged over reports. */
@Command(
        name = "timeline",
        header = "Print who met whom: the encounters of the book, each once.",
        description = {
            "",
            "An encounter that several reports mention is one entry with all of them as sources. Below are those that"
                + " a numbered series shows to be missing: a fourth visit after a second means a third. At the end"
                + " figures of other things than money that differ, with whoever says so. With a filter the encounters"
                + " alone are printed.",
            "",
            "Example: tranche timeline --who Blinken --kind visit --from 2022",
            ""
        })
public final class TimelineCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private StoryFilter filter = new StoryFilter();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = WordConverter.OfEncounter.class,
            description = "Only encounters of this kind: visit, meeting, call, conference.")
    private @Nullable EncounterKind kind;

    /** Prints the timeline of the book or the reports, or the encounters asked for alone. */
    @Override
    public void run() {
        List<Extraction> readings = LedgerFold.readings(table.book().journal(program, table.paths()));
        Timeline timeline = Timeline.of(readings);
        if (filter.isGiven() || kind != null) {
            printSome(timeline);
            return;
        }
        List<FigureBook.Counted> differing = FigureBook.of(readings).differing();
        table.print(
                program,
                () -> TimelineJson.lines(timeline) + TimelineJson.figures(differing),
                () -> TimelineCsv.table(timeline.events()),
                (ink, width) -> {
                    TimelinePrinter printer = new TimelinePrinter(ink, width);
                    return printer.print(timeline) + printer.figures(differing);
                });
    }

    private void printSome(Timeline timeline) {
        List<TimelineEvent> events = TimelineIndex.of(timeline)
                .find(
                        Optional.ofNullable(kind),
                        filter.countries(table.book().reading().lexicon()),
                        filter.from(),
                        filter.to(),
                        filter.who() + " " + filter.words());
        table.print(
                program,
                () -> TimelineJson.lines(events),
                () -> TimelineCsv.table(events),
                (ink, width) -> new TimelinePrinter(ink, width).print(events));
    }
}
