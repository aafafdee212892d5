package dev.tranche.print;

import dev.tranche.figure.Figure;
import dev.tranche.text.DocumentId;
import dev.tranche.timeline.Claim;
import dev.tranche.timeline.ClaimBook;
import java.util.stream.Collectors;

/** Prints a book of claims for people: one statement with its words, then figures that differ side by side. */
public final class ClaimsPrinter {

    private final Ink ink;
    private final int width;

    /** Builds a printer for a terminal of so many columns. */
    public ClaimsPrinter(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(ReportPrinter.LEAST_WIDTH, width);
    }

    /** Returns the page. */
    public String print(ClaimBook book) {
        StringBuilder page = new StringBuilder();
        if (book.claims().isEmpty()) {
            page.append("The reports tell of no statement.\n");
        }
        for (int i = 0; i < book.claims().size(); i++) {
            Claim claim = book.claims().get(i);
            String denied = claim.denials().isEmpty()
                    ? ""
                    : " · denied by "
                            + claim.denials().stream()
                                    .map(each -> Integer.toString(each))
                                    .collect(Collectors.joining(", "));
            String head = i + "  " + StoryLines.speaker(claim.statement().speaker()) + " "
                    + StoryLines.act(claim.statement()) + denied;
            page.append(ink.bold(Columns.cut(head, width))).append('\n');
            String reports = claim.reports().stream().map(DocumentId::value).collect(Collectors.joining(", "));
            String room = Columns.cut(
                    Columns.oneLine(claim.statement().evidence().quote()), Math.max(20, width - reports.length() - 6));
            page.append(ink.dim("  " + room + "  " + reports)).append('\n');
        }
        book.figures().forEach((unit, figures) -> {
            page.append(ink.bold(Columns.cut("Figures for " + Columns.oneLine(unit), width)))
                    .append('\n');
            for (Figure figure : figures) {
                String line = "  " + figure.bound().slug().replace('_', ' ') + " "
                        + figure.value().toPlainString() + "  "
                        + figure.source().map(Columns::oneLine).orElse("the report itself") + "  "
                        + figure.evidence().document().value();
                page.append(Columns.cut(line, width)).append('\n');
            }
        });
        return page.toString();
    }
}
