package dev.tranche.cli;

import dev.tranche.ledger.DecisionBook;
import dev.tranche.print.DecisionJson;
import dev.tranche.print.DecisionPrinter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche decisions}: what people decided about the book. */
@Command(
        name = "decisions",
        header = "Print what people decided about the book: who, when, why, and which entries it concerns.",
        description = {
            "",
            "The earliest comes first. A decision that a later one undoes is printed with the id of that one; one that"
                    + " no longer concerns anything in the book is marked.",
            ""
        })
public final class DecisionsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfFormat.class,
            description = "text for people, json for programs. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    /** Prints the decisions of the book. */
    @Override
    public void run() {
        List<DecisionBook.Ruling> rulings =
                BookOptions.folded(book.named()).decisions().rulings();
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            switch (format) {
                case JSON -> rulings.forEach(ruling -> results.write(DecisionJson.line(ruling)));
                case TEXT -> results.write(new DecisionPrinter(terminal.ink(program.colour())).decisions(rulings));
            }
            results.complete();
        }
    }
}
