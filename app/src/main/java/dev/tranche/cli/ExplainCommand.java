package dev.tranche.cli;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.DecisionBook;
import dev.tranche.ledger.FoldedBook;
import dev.tranche.ledger.Ledger;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.LedgerPrinter;
import dev.tranche.print.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche explain}: an entry with all words behind it. */
@Command(
        name = "explain",
        header = "Print an entry with the words and the rule behind each of its cells.",
        description = {
            "",
            "The ids are those that 'tranche ledger' prints. People's decisions about the entry follow, with the"
                    + " cells that they set.",
            ""
        })
public final class ExplainCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfFormat.class,
            description = "text for people, json for programs. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Parameters(index = "0", paramLabel = "ID", description = "The id of an entry.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Mixin
    private BookOptions book = new BookOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Parameters(index = "1..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    /** Explains the entry. */
    @Override
    public void run() {
        FoldedBook folded = book.folded(program, paths, record);
        Ledger ledger = BookOptions.ledger(folded, record);
        Commitment entry = ledger.find(id).orElseThrow(() -> CommandException.usage(unknown(ledger)));
        DecisionBook all = folded.decisions();
        List<DecisionBook.Ruling> decisions = entry.review().decisions().stream()
                .flatMap(decision -> all.find(decision).stream())
                .toList();
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            results.write(
                    switch (format) {
                        case JSON ->
                            LedgerJson.explained(
                                    entry,
                                    decisions,
                                    name -> ledger.shortNames().getOrDefault(name, name));
                        case TEXT ->
                            new LedgerPrinter(
                                            book.reading().lexicon(),
                                            terminal.ink(program.colour()),
                                            terminal.lineWidth())
                                    .explained(entry, decisions);
                    });
            results.complete();
        }
    }

    private String unknown(Ledger ledger) {
        String hint = Nearest.of(
                        id, ledger.entries().stream().map(Commitment::id).toList())
                .map(near -> " Did you mean '" + near + "'?")
                .orElse("");
        return "the book has no entry '" + id + "'." + hint;
    }
}
