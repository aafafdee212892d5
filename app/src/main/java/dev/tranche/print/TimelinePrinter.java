package dev.tranche.print;

import dev.tranche.encounter.Encounter;
import dev.tranche.figure.Figure;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.FigureBook;
import dev.tranche.timeline.OrdinalGap;
import dev.tranche.timeline.Timeline;
import dev.tranche.timeline.TimelineEvent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a timeline for people: one encounter per line, its words below, then what is missing and which figures differ.
 */
public final class TimelinePrinter {

    private final Ink ink;
    private final int width;

    /** Builds a printer for a terminal of the given width in columns. */
    public TimelinePrinter(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(ReportPrinter.LEAST_WIDTH, width);
    }

    /** Returns the page. */
    public String print(Timeline timeline) {
        return print(timeline.events()) + gaps(timeline.gaps());
    }

    /** Returns some encounters, without what is missing. */
    public String print(List<TimelineEvent> events) {
        StringBuilder page = new StringBuilder();
        if (events.isEmpty()) {
            page.append("The reports mention no encounter.\n");
        }
        for (TimelineEvent event : events) {
            page.append(ink.bold(Columns.cut(StoryLines.encounter(event.encounter()), width)))
                    .append('\n');
            String reports = event.reports().stream()
                    .map(DocumentId::value)
                    .map(Columns::oneLine)
                    .collect(Collectors.joining(", "));
            String quote = "  “" + Columns.oneLine(event.encounter().evidence().quote()) + "” " + reports;
            page.append(ink.dim(Columns.cut(quote, width))).append('\n');
            for (Encounter each : event.held()) {
                page.append(Columns.cut("  + " + StoryLines.encounter(each), width))
                        .append('\n');
            }
        }
        return page.toString();
    }

    private String gaps(List<OrdinalGap> gaps) {
        StringBuilder page = new StringBuilder();
        for (OrdinalGap gap : gaps) {
            String numbers =
                    gap.numbers().stream().map(each -> Integer.toString(each)).collect(Collectors.joining(", "));
            String line = "! " + gap.who() + ", " + gap.kind() + " no. " + numbers
                    + (gap.place().isEmpty() ? "" : " (" + gap.place() + ")") + ": in no report, "
                    + StoryLines.days(gap.window());
            page.append(ink.yellow(Columns.cut(Columns.oneLine(line), width))).append('\n');
        }
        return page.toString();
    }

    /** Returns the things that are counted differently, everybody's figure on a line of its own. */
    public String figures(List<FigureBook.Counted> things) {
        StringBuilder page = new StringBuilder();
        for (FigureBook.Counted thing : things) {
            String about = thing.about().isEmpty() ? "" : " (" + String.join(", ", thing.about()) + ")";
            String head = "# " + thing.unit() + about + ", reported " + StoryLines.days(thing.reported());
            page.append(ink.bold(Columns.cut(Columns.oneLine(head), width))).append('\n');
            for (FigureBook.Telling telling : thing.tellings()) {
                Figure figure = telling.figure();
                String line = "  " + figure.bound().slug().replace('_', ' ') + " "
                        + figure.value().toPlainString() + "  "
                        + figure.source().orElse("the report itself") + "  “"
                        + figure.evidence().quote() + "” "
                        + figure.evidence().document().value();
                page.append(Columns.cut(Columns.oneLine(line), width)).append('\n');
            }
        }
        return page.toString();
    }
}
