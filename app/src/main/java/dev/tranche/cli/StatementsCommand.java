package dev.tranche.cli;

import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.ClaimsCsv;
import dev.tranche.print.ClaimsJson;
import dev.tranche.print.ClaimsPrinter;
import dev.tranche.timeline.ClaimBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tranche statements}: who said what, merged over reports. */
@Command(
        name = "statements",
        header = "Print who said what: the statements of the book, each once.",
        description = {
            "",
            "A statement that several reports tell is one entry with all of them behind it; what"
                    + " is denied names its denials. 'tranche timeline' prints figures that differ.",
            ""
        })
public final class StatementsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private TableOptions table = new TableOptions();

    /** Prints the statements of the book or the reports. */
    @Override
    public void run() {
        ClaimBook claims = ClaimBook.of(LedgerFold.readings(table.book().journal(program, table.paths())));
        table.print(
                program,
                () -> ClaimsJson.lines(claims),
                () -> ClaimsCsv.table(claims),
                (ink, width) -> new ClaimsPrinter(ink, width).print(claims));
    }
}
