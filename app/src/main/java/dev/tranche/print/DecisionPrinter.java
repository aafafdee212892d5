package dev.tranche.print;

import dev.tranche.ledger.DecisionBook;
import dev.tranche.review.Decision;
import java.util.List;

/** Prints decisions for people. */
public final class DecisionPrinter {

    private static final int MOST_ENTRIES = 5;

    private final Ink ink;

    /** Builds a printer with colours. */
    public DecisionPrinter(Ink ink) {
        this.ink = ink;
    }

    /** Returns some lines for each decision, the earliest first, and a last line that counts. */
    public String decisions(List<DecisionBook.Ruling> rulings) {
        StringBuilder page = new StringBuilder();
        rulings.forEach(ruling -> page.append(decision(ruling, "")));
        long undone = rulings.stream().filter(ruling -> !ruling.isActive()).count();
        long dangling = rulings.stream().filter(DecisionBook.Ruling::dangling).count();
        return page.append(Phrases.count(rulings.size(), "decision", "decisions"))
                .append(undone == 0 ? "" : ", " + undone + " of them undone")
                .append(dangling == 0 ? "" : ", " + dangling + " without anything to apply to")
                .append(".\n")
                .toString();
    }

    /** Returns the lines of a decision: who, when, what, why, its entries, and whether it still applies. */
    String decision(DecisionBook.Ruling ruling, String margin) {
        Decision decision = ruling.decision();
        StringBuilder lines = new StringBuilder()
                .append(margin)
                .append(ink.bold(decision.author()))
                .append(", ")
                .append(decision.at().toString())
                .append(ink.dim("  " + decision.id()))
                .append('\n')
                .append(margin)
                .append("  ")
                .append(Columns.oneLine(decision.summary()))
                .append('\n')
                .append(margin)
                .append("  Because: ")
                .append(Columns.oneLine(decision.reason()))
                .append('\n');
        if (!ruling.entries().isEmpty()) {
            List<String> entries = ruling.entries();
            lines.append(margin)
                    .append("  Entries: ")
                    .append(String.join(", ", entries.subList(0, Math.min(MOST_ENTRIES, entries.size()))))
                    .append(entries.size() > MOST_ENTRIES ? " and " + (entries.size() - MOST_ENTRIES) + " more" : "")
                    .append('\n');
        }
        ruling.undoneBy()
                .ifPresent(by ->
                        lines.append(margin).append("  Undone by ").append(by).append('\n'));
        if (ruling.dangling()) {
            lines.append(margin).append("  Nothing that it refers to is in the book now.\n");
        }
        return lines.toString();
    }
}
