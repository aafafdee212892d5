package dev.tranche.print;

import dev.tranche.text.DocumentId;
import dev.tranche.timeline.Claim;
import dev.tranche.timeline.ClaimBook;
import dev.tranche.view.StatementLine;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints a book of claims for people: each statement with its words. */
public final class ClaimsPrinter {

    private final Ink ink;
    private final int width;

    /** Builds a printer for a terminal of the given width in columns. */
    public ClaimsPrinter(Ink ink, int width) {
        this.ink = ink;
        this.width = Math.max(ReportPrinter.LEAST_WIDTH, width);
    }

    /** Returns the page of statements with the days of their first reports. */
    public String print(List<StatementLine> lines) {
        if (lines.isEmpty()) {
            return "The reports contain no statements.\n";
        }
        return lines.stream()
                .map(line -> claim(line.id(), StoryLines.days(line.published()) + "  ", line.claim()))
                .collect(Collectors.joining());
    }

    /**
     * Returns the statements that most reports contain or that are denied, up to the given number, in their order, with
     * their numbers.
     */
    public String mostTold(ClaimBook book, int most) {
        return IntStream.range(0, book.claims().size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -weight(book.claims().get(i))))
                .limit(most)
                .sorted()
                .map(i -> claim(i, "", book.claims().get(i)))
                .collect(Collectors.joining());
    }

    private static int weight(Claim claim) {
        return claim.reports().size() + claim.denials().size();
    }

    private String claim(int i, String day, Claim claim) {
        StringBuilder page = new StringBuilder();
        String denied = claim.denials().isEmpty()
                ? ""
                : " · denied by "
                        + claim.denials().stream()
                                .map(each -> Integer.toString(each))
                                .collect(Collectors.joining(", "));
        String head = i + "  " + day + StoryLines.speaker(claim.statement().speaker()) + " "
                + StoryLines.act(claim.statement()) + denied;
        page.append(ink.bold(Columns.cut(head, width))).append('\n');
        String reports = claim.reports().stream()
                .map(DocumentId::value)
                .map(Columns::oneLine)
                .collect(Collectors.joining(", "));
        String room = Columns.cut(
                Columns.oneLine(claim.statement().evidence().quote()), Math.max(20, width - reports.length() - 6));
        page.append(ink.dim("  " + room + "  " + reports)).append('\n');
        return page.toString();
    }
}
