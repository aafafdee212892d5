package dev.tranche.cli;

import dev.tranche.ledger.Contradiction;
import dev.tranche.print.LedgerCsv;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.LedgerPrinter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tranche contradictions}: statements that cannot both be true. */
@Command(
        name = "contradictions",
        header = "Print statements in the book that cannot both be true.",
        description = {"", "Both sides are kept with their words; the first is the one that the ledger shows.", ""})
public final class ContradictionsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    /** Prints all contradictions. */
    @Override
    public void run() {
        List<Contradiction> found =
                table.book().ledger(program, table.paths(), record).contradictions();
        table.print(
                program,
                () -> found.stream().map(LedgerJson::line).collect(Collectors.joining()),
                () -> LedgerCsv.contradictions(found),
                (ink, width) -> new LedgerPrinter(table.book().reading().lexicon(), ink, width).contradictions(found));
    }
}
