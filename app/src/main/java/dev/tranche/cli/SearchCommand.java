package dev.tranche.cli;

import dev.tranche.print.SearchPrinter;
import dev.tranche.store.Access;
import dev.tranche.store.Hit;
import dev.tranche.store.SearchWords;
import dev.tranche.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche search}: finds reports by their words. */
@Command(
        name = "search",
        header = "Find reports by their words.",
        description = {
            "",
            "All words must occur, in any order; \"words in quotes\" must be adjacent, and prefix* matches any"
                    + " ending. Case and accents are ignored. The best matches come first, in the database's own"
                    + " order.",
            ""
        })
public final class SearchCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOption book = new BookOption();

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "What to look for.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfFormat.class,
            description = "text for people, json for programs. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--limit", paramLabel = "N", description = "At most N reports, 1 to 1000. Default: 20.")
    private int limit = 20;

    /** Prints what was found. */
    @Override
    public void run() {
        if (limit < 1 || limit > 1000) {
            throw CommandException.usage("--limit: " + limit + " is not between 1 and 1000.");
        }
        List<Hit> hits;
        try (Store store = book.open(Access.READ)) {
            hits = store.search(looked(), limit);
        }
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            switch (format) {
                case JSON -> hits.forEach(hit -> results.write(SearchPrinter.json(hit)));
                case TEXT ->
                    hits.forEach(hit -> results.write(SearchPrinter.text(hit, terminal.ink(program.colour()))));
            }
            results.complete();
        }
        if (hits.isEmpty()) {
            terminal.err().println("tranche: no report has these words.");
        }
    }

    private SearchWords looked() {
        try {
            return SearchWords.parse(String.join(" ", words));
        } catch (IllegalArgumentException nothing) {
            throw CommandException.usage(String.valueOf(nothing.getMessage()));
        }
    }
}
