package dev.tranche.cli;

import dev.tranche.ledger.Contradiction;
import dev.tranche.print.LedgerCsv;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.LedgerPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche contradictions}: statements that cannot both stand. */
@Command(
        name = "contradictions",
        header = "Print statements of the book that cannot both stand.",
        description = {"", "Both sides are kept with their words; the first is the one that the ledger shows.", ""})
public final class ContradictionsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Parameters(index = "0..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfTable.class,
            description = "text for people, json for programs, csv for tables. Default: text.")
    private TableFormat format = TableFormat.TEXT;

    /** Prints all contradictions. */
    @Override
    public void run() {
        List<Contradiction> found = book.ledger(program, paths, record).contradictions();
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            switch (format) {
                case JSON -> found.forEach(one -> results.write(LedgerJson.line(one)));
                case CSV -> results.write(LedgerCsv.contradictions(found));
                case TEXT ->
                    results.write(new LedgerPrinter(
                                    book.reading().lexicon(), terminal.ink(program.colour()), terminal.width())
                            .contradictions(found));
            }
            results.complete();
        }
    }
}
