package dev.tranche.print;

import dev.tranche.dating.Publication;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.Announcer;
import dev.tranche.fact.Fact;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.Stage;
import dev.tranche.fact.Terms;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Prints what one report says: its headline, one line per sum, and below each sum the words it came from. */
public final class ReportPrinter {

    /** The width in columns if the terminal does not state it. */
    public static final int USUAL_WIDTH = 100;

    /** On narrower terminals, lines are cut by the terminal rather than here. */
    public static final int LEAST_WIDTH = 50;

    private static final String MARGIN = "  ";
    private static final String GAP = "  ";
    private static final int MOST_CODES = 3;

    private final Lexicon names;
    private final Ink ink;
    private final int width;

    /**
     * Builds a printer.
     *
     * @param names gives the names of states and bodies
     * @param ink colours
     * @param width columns of the terminal
     */
    public ReportPrinter(Lexicon names, Ink ink, int width) {
        this.names = names;
        this.ink = ink;
        this.width = Math.max(LEAST_WIDTH, width);
    }

    /** One line of the table; the notes come last and may be long. */
    private record Line(
            FactTree.Row row, String amount, String kind, String parties, String type, String stage, String notes) {}

    /** Returns a report as lines, each with its line end, a blank line at the end. */
    public String print(Extraction extraction) {
        StringBuilder page = new StringBuilder();
        page.append(ink.bold(Columns.cut(headline(extraction), width))).append('\n');
        page.append(ink.dim(byline(extraction))).append('\n');
        if (!extraction.facts().isEmpty()) {
            page.append('\n');
            printFacts(page, extraction.facts());
        }
        new StoryPrinter(ink, width).print(page, extraction.story());
        for (Problem problem : extraction.problems()) {
            String line = "! " + problem.code().slug() + ": " + Columns.oneLine(problem.message());
            page.append(MARGIN)
                    .append(ink.red(Columns.cut(line, width - MARGIN.length())))
                    .append('\n');
        }
        return page.append('\n').toString();
    }

    private static String headline(Extraction extraction) {
        String title = Columns.oneLine(extraction.document().title());
        if (!title.isEmpty()) {
            return title;
        }
        String text = extraction.document().text();
        return Columns.oneLine(text.substring(0, Math.min(text.length(), 4 * USUAL_WIDTH)));
    }

    /** The clues to an inferred day are shown in full, even where the line is longer than the terminal is wide. */
    private String byline(Extraction extraction) {
        boolean inferred = extraction.published().basis() == Publication.Basis.INFERRED;
        String line = byline(extraction, Phrases.published(extraction.published()));
        return inferred ? line : Columns.cut(line, width);
    }

    private static String byline(Extraction extraction, String published) {
        StringJoiner line = new StringJoiner(" · ");
        line.add(published);
        extraction.document().outlet().map(Columns::oneLine).ifPresent(line::add);
        if (extraction.facts().isEmpty()) {
            line.add("no sum of assistance");
        }
        line.add(Columns.oneLine(extraction.document().id().value()));
        return line.toString();
    }

    private void printFacts(StringBuilder page, List<Fact> facts) {
        List<Line> lines = lines(facts, true);
        if (tableWidth(lines) > width) {
            lines = lines(facts, false);
        }
        int amounts = widest(
                lines.stream().map(line -> line.row.branch() + line.amount).toList());
        int kinds = widest(lines.stream().map(Line::kind).toList());
        int parties = widest(lines.stream().map(Line::parties).toList());
        int types = widest(lines.stream().map(Line::type).toList());
        int stages = widest(lines.stream().map(Line::stage).toList());
        for (Line line : lines) {
            int used = MARGIN.length() + amounts + kinds + parties + types + stages + 5 * GAP.length();
            boolean fits = used + Columns.width(line.notes) <= width;
            page.append(MARGIN)
                    .append(ink.dim(line.row.branch()))
                    .append(ink.bold(Columns.pad(line.amount, amounts - Columns.width(line.row.branch()))))
                    .append(GAP)
                    .append(ink.dim(Columns.pad(line.kind, kinds)))
                    .append(GAP)
                    .append(Columns.pad(line.parties, parties))
                    .append(GAP)
                    .append(Columns.pad(line.type, types))
                    .append(GAP)
                    .append(colour(line.row.fact().terms().stage(), Columns.pad(line.stage, stages)));
            if (fits && !line.notes.isEmpty()) {
                page.append(GAP).append(ink.magenta(line.notes));
            }
            endLine(page);
            printBelow(page, line, fits ? "" : line.notes);
        }
    }

    /** The words under a sum: what did not fit beside it, what it holds, and its quote with offsets. */
    private void printBelow(StringBuilder page, Line line, String notes) {
        String indent = MARGIN + line.row.trunk() + (line.row.trunk().endsWith("│") ? " " : "  ");
        int room = Math.max(LEAST_WIDTH / 2, width - Columns.width(indent));
        if (!notes.isEmpty()) {
            page.append(ink.dim(indent)).append(ink.magenta(Columns.cut(notes, room)));
            endLine(page);
        }
        String items = items(line.row.fact());
        if (!items.isEmpty()) {
            page.append(ink.dim(indent + Columns.cut("with " + items, room))).append('\n');
        }
        Fact fact = line.row.fact();
        String place = " " + fact.evidence().span().start() + "–"
                + fact.evidence().span().end();
        String quote = Columns.cut(Columns.oneLine(fact.evidence().quote()), room - place.length() - 2);
        page.append(ink.dim(indent + "“" + quote + "”" + place)).append('\n');
    }

    private static void endLine(StringBuilder page) {
        int end = page.length();
        while (end > 0 && page.charAt(end - 1) == ' ') {
            end--;
        }
        page.setLength(end);
        page.append('\n');
    }

    private static String items(Fact fact) {
        return switch (fact) {
            case Fact.Total total -> "";
            case Fact.Aid aid -> aid.items().stream().map(ReportPrinter::item).collect(Collectors.joining(", "));
        };
    }

    private static String item(FactItem item) {
        return (item.quantity().isPresent() ? item.quantity().getAsInt() + " × " : "") + item.name();
    }

    private List<Line> lines(List<Fact> facts, boolean named) {
        List<Line> lines = new ArrayList<>();
        for (FactTree.Row row : FactTree.rows(facts)) {
            Terms terms = row.fact().terms();
            lines.add(new Line(
                    row,
                    Phrases.amount(terms.amount()),
                    row.fact().kind(),
                    parties(terms.donors(), named) + " → " + parties(terms.recipients(), named),
                    terms.type().slug(),
                    terms.stage().slug(),
                    notes(row.fact())));
        }
        return lines;
    }

    private static int tableWidth(List<Line> lines) {
        int widest = 0;
        for (Line line : lines) {
            widest = Math.max(widest, Columns.width(line.parties));
        }
        int amounts = widest(
                lines.stream().map(line -> line.row.branch() + line.amount).toList());
        int rest = widest(
                lines.stream().map(line -> line.type + line.stage + line.kind).toList());
        return MARGIN.length() + amounts + widest + rest + 4 * GAP.length();
    }

    private static int widest(List<String> cells) {
        return cells.stream().mapToInt(Columns::width).max().orElse(0);
    }

    /** One party with code and name, a few by their codes, many by the first and a number. */
    private String parties(List<String> codes, boolean named) {
        if (codes.isEmpty()) {
            return "?";
        }
        if (codes.size() == 1) {
            return named ? name(codes.getFirst()) : codes.getFirst();
        }
        if (codes.size() <= MOST_CODES) {
            return String.join(", ", codes);
        }
        String first = named ? names.nameOf(codes.getFirst()) : codes.getFirst();
        return first + " and " + (codes.size() - 1) + " others";
    }

    private String name(String code) {
        String name = names.nameOf(code);
        return name.equals(code) || name.isEmpty() ? code : code + " " + name;
    }

    private String notes(Fact fact) {
        StringJoiner notes = new StringJoiner(" · ");
        fact.terms().authority().ifPresent(notes::add);
        switch (fact) {
            case Fact.Aid aid -> {
                aid.ordinal().ifPresent(ordinal -> notes.add(Phrases.rank(ordinal)));
                aid.announcer()
                        .filter(announcer -> !isDonorItself(announcer, aid))
                        .ifPresent(announcer -> notes.add("announced by " + announcer.shown()));
            }
            case Fact.Total total -> {
                Optional<String> since = total.since();
                since.ifPresent(start -> notes.add("since " + start));
            }
        }
        return notes.toString();
    }

    /** Whether the announcer is the donor by its own name, which the row shows already. */
    private boolean isDonorItself(Announcer announcer, Fact.Aid aid) {
        return announcer
                .country()
                .filter(aid.terms().donors()::contains)
                .map(names::nameOf)
                .filter(announcer.name()::equals)
                .isPresent();
    }

    private String colour(Stage stage, String text) {
        return switch (stage) {
            case DELIVERED -> ink.green(text);
            case APPROPRIATED, ANNOUNCED -> ink.cyan(text);
            case PLANNED, REQUESTED -> ink.yellow(text);
            case BLOCKED -> ink.red(text);
        };
    }
}
