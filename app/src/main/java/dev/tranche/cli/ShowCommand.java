package dev.tranche.cli;

import dev.tranche.extract.Extraction;
import dev.tranche.fact.Fact;
import dev.tranche.ledger.JournalEntry;
import dev.tranche.print.Columns;
import dev.tranche.print.Ink;
import dev.tranche.print.ReportPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche show}: a report with the words marked that carry sums. */
@Command(
        name = "show",
        header = "Print a report with the words behind its sums marked.",
        description = {"", "The words are in square brackets with the number of their fact.", ""})
public final class ShowCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Parameters(index = "0", paramLabel = "DOC", description = "The id of a report.")
    @SuppressWarnings("NullAway.Init")
    private String doc;

    @Mixin
    private BookOptions book = new BookOptions();

    @Parameters(index = "1..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    /** Shows the report. */
    @Override
    public void run() {
        List<Extraction> readings = book.journal(program, paths).entries().stream()
                .filter(JournalEntry.Read.class::isInstance)
                .map(entry -> ((JournalEntry.Read) entry).extraction())
                .filter(extraction -> extraction.document().id().value().equals(doc))
                .toList();
        if (readings.isEmpty()) {
            throw CommandException.usage("the book has no report '" + doc + "'.");
        }
        Terminal terminal = program.terminal();
        Ink ink = terminal.ink(program.colour());
        try (Results results = Results.open(terminal, Optional.empty())) {
            for (Extraction extraction : readings) {
                results.write(new ReportPrinter(book.reading().lexicon(), ink, terminal.lineWidth()).print(extraction));
                results.write(marked(extraction, ink));
            }
            results.complete();
        }
    }

    private static String marked(Extraction extraction, Ink ink) {
        String text = extraction.document().text();
        List<Fact> facts = extraction.facts().stream()
                .sorted(Comparator.comparing(fact -> fact.evidence().span()))
                .toList();
        StringBuilder page = new StringBuilder();
        int at = 0;
        for (Fact fact : facts) {
            int start = Math.max(at, fact.evidence().span().start());
            int end = Math.max(start, fact.evidence().span().end());
            page.append(Columns.lines(text.substring(at, start)));
            page.append(ink.bold("[" + Columns.lines(text.substring(start, end)) + " #"
                    + extraction.facts().indexOf(fact) + "]"));
            at = end;
        }
        return page.append(Columns.lines(text.substring(at))).append("\n\n").toString();
    }
}
