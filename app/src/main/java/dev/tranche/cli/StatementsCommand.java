package dev.tranche.cli;

import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.ClaimsCsv;
import dev.tranche.print.ClaimsJson;
import dev.tranche.print.ClaimsPrinter;
import dev.tranche.timeline.ClaimBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code tranche statements}: who said what, merged over reports. */
@Command(
        name = "statements",
        header = "Print who said what: the statements of the book, each once.",
        description = {
            "",
            "A statement that several reports tell is one entry with all of them behind it; a denial names the entry"
                    + " that it denies. In text, figures that differ for one thing stand side by side below.",
            ""
        })
public final class StatementsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private BookOptions book = new BookOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfTable.class,
            description = "text for people, json for programs, csv for tables. Default: text.")
    private TableFormat format = TableFormat.TEXT;

    @Parameters(index = "0..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    /** Prints the statements of the book or the reports. */
    @Override
    public void run() {
        ClaimBook claims = ClaimBook.of(LedgerFold.readings(book.journal(program, paths)));
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            results.write(
                    switch (format) {
                        case JSON -> ClaimsJson.lines(claims);
                        case CSV -> ClaimsCsv.table(claims);
                        case TEXT -> new ClaimsPrinter(terminal.ink(program.colour()), terminal.width()).print(claims);
                    });
            results.complete();
        }
    }
}
