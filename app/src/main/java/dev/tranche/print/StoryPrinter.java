package dev.tranche.print;

import dev.tranche.agreement.Agreement;
import dev.tranche.encounter.Encounter;
import dev.tranche.extract.Story;
import dev.tranche.figure.Figure;
import dev.tranche.item.Item;
import dev.tranche.naming.Name;
import dev.tranche.naming.NameKind;
import dev.tranche.statement.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what one report says besides sums, a section for each kind; empty ones are left out. */
final class StoryPrinter {

    private static final int SHARE_OF_QUOTE = 2;

    private final Ink ink;
    private final int width;

    StoryPrinter(Ink ink, int width) {
        this.ink = ink;
        this.width = width;
    }

    void print(StringBuilder page, Story story) {
        section(
                page,
                "Encounters",
                story.encounters().stream().map(StoryPrinter::line).toList());
        section(page, "Statements", story.statements().stream().map(this::line).toList());
        section(
                page,
                "Figures",
                story.figures().stream().map(StoryPrinter::line).toList());
        section(
                page,
                "Agreements",
                story.agreements().stream().map(StoryPrinter::line).toList());
        section(
                page,
                "Equipment",
                story.items().stream().map(StoryPrinter::line).toList());
        section(
                page,
                "Persons",
                story.names().stream()
                        .filter(name -> name.kind() == NameKind.PERSON)
                        .map(StoryPrinter::line)
                        .toList());
    }

    private void section(StringBuilder page, String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.append('\n').append("  ").append(ink.bold(title)).append('\n');
        for (String line : lines) {
            page.append("  ")
                    .append(Columns.cut(Columns.oneLine(line), width - 2))
                    .append('\n');
        }
    }

    private static String line(Encounter encounter) {
        return StoryLines.encounter(encounter);
    }

    private String line(Statement statement) {
        String head = StoryLines.speaker(statement.speaker()) + " " + StoryLines.act(statement) + ": ";
        String quote = Columns.cut(
                Columns.oneLine(statement.evidence().quote()),
                Math.max(width / SHARE_OF_QUOTE, width - head.length() - 2));
        return head + quote;
    }

    private static String line(Figure figure) {
        return figure.bound().slug().replace('_', ' ') + " " + figure.value().toPlainString() + " " + figure.unit()
                + figure.source().map(source -> ", says " + source).orElse("");
    }

    private static String line(Agreement agreement) {
        return String.join(", ", agreement.parties()) + ": " + agreement.name() + ", "
                + agreement.stage().slug() + ", " + StoryLines.days(agreement.expected());
    }

    private static String line(Item item) {
        String quantity = item.quantity().isPresent() ? item.quantity().getAsLong() + " × " : "";
        String unit = item.unit().map(each -> " (" + each + ")").orElse("");
        return quantity + item.name() + unit + ", " + item.stage().slug();
    }

    private static String line(Name name) {
        String spelt = name.spellings().isEmpty()
                ? ""
                : " also " + name.spellings().stream().collect(Collectors.joining(", "));
        return name.name()
                + (name.office().isEmpty() ? "" : ", " + name.office())
                + name.country().map(code -> " (" + code + ")").orElse("")
                + spelt;
    }
}
