package dev.tranche.cli;

import dev.tranche.audit.BookAudit;
import dev.tranche.audit.Equation;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.LedgerCsv;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.LedgerPrinter;
import dev.tranche.record.OfficialRecord;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tranche audit}: do the announced sums add up? */
@Command(
        name = "audit",
        header = "Check whether announced totals, counts, balances, caps and sums add up.",
        description = {
            "",
            "Prints each equation with what was stated, what the entries predict, the residual and what would explain"
                    + " it. The record is checked against itself, and what reports state is checked against it.",
            ""
        })
public final class AuditCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    /** Prints the equations. */
    @Override
    public void run() {
        OfficialRecord official = record.or(RecordOption.ALL);
        // A book that is named but missing is an error; only the default one may be absent, when the record is
        // asked about.
        List<Equation> equations =
                BookAudit.whole(LedgerFold.of(table.book().journalOrEmpty(program, table.paths())), official);
        table.print(
                program,
                () -> equations.stream().map(LedgerJson::line).collect(Collectors.joining()),
                () -> LedgerCsv.equations(equations),
                (ink, width) -> new LedgerPrinter(table.book().reading().lexicon(), ink, width).equations(equations));
    }
}
