package dev.tranche.cli;

import dev.tranche.ledger.Commitment;
import dev.tranche.ledger.Ledger;
import dev.tranche.print.LedgerCsv;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.LedgerPrinter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tranche ledger}: one entry for one commitment. */
@Command(
        name = "ledger",
        header = "Print the entries of the book: one for each commitment.",
        description = {
            "",
            "Only booked entries count, and for packages only their parts; doubtful and refused entries are marked"
                + " with their doubts. The parts of a package are listed below it. What the known parts do not account"
                + " for is computed and marked. With --record, the rows of an official record are entries too; a row"
                + " that reports also mention is one entry with both sources.",
            ""
        })
public final class LedgerCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private EntryFilter filter = new EntryFilter();

    /** Prints the entries asked for. */
    @Override
    public void run() {
        Ledger ledger = table.book().ledger(program, table.paths(), record);
        Map<String, String> names = ledger.shortNames();
        List<Commitment> entries = ledger.entries().stream()
                .filter(filter.predicate(table.book().reading().lexicon()))
                .toList();
        table.print(
                program,
                () -> entries.stream()
                        .map(entry -> LedgerJson.line(entry, id -> names.getOrDefault(id, id)))
                        .collect(Collectors.joining()),
                () -> LedgerCsv.entries(entries),
                (ink, width) -> new LedgerPrinter(table.book().reading().lexicon(), ink, width)
                        .naming(names)
                        .entries(entries));
    }
}
