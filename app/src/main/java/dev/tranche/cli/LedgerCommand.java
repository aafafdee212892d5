package dev.tranche.cli;

import dev.tranche.fact.Stage;
import dev.tranche.ledger.Commitment;
import dev.tranche.print.LedgerCsv;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.LedgerPrinter;
import dev.tranche.view.Facet;
import dev.tranche.view.LedgerQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche ledger}: one entry for one commitment. */
@Command(
        name = "ledger",
        header = "Print the entries of the book: one for each commitment.",
        description = {
            "",
            "Only leaves count in sums: the parts of a package stand below it. What known parts leave of a package is"
                    + " computed and marked. With --record the rows of an official record are entries too: a row that"
                    + " reports tell is one entry with both sources.",
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

    @Option(names = "--donor", paramLabel = "CODE", description = "Only entries of this giver, such as US.")
    private @Nullable String donor;

    @Option(names = "--recipient", paramLabel = "CODE", description = "Only entries for this receiver, such as UA.")
    private @Nullable String recipient;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            converter = WordConverter.OfStage.class,
            description = "Only entries that have come so far: requested, planned, announced, appropriated, delivered,"
                    + " blocked.")
    private @Nullable Stage stage;

    @Option(names = "--from", paramLabel = "DATE", description = "Only entries of this day or later.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only entries of this day or earlier.")
    private @Nullable LocalDate to;

    /** Prints the entries asked for. */
    @Override
    public void run() {
        LedgerQuery query = query();
        List<Commitment> entries = table.book().ledger(program, table.paths(), record).entries().stream()
                .filter(query::matches)
                .toList();
        table.print(
                program,
                () -> entries.stream().map(LedgerJson::line).collect(Collectors.joining()),
                () -> LedgerCsv.entries(entries),
                (ink, width) -> new LedgerPrinter(table.book().reading().lexicon(), ink, width).entries(entries));
    }

    private LedgerQuery query() {
        LedgerQuery query = LedgerQuery.ALL.between(Optional.ofNullable(from), Optional.ofNullable(to));
        if (donor != null) {
            query = query.with(Facet.DONOR, donor.toUpperCase(Locale.ROOT));
        }
        if (recipient != null) {
            query = query.with(Facet.RECIPIENT, recipient.toUpperCase(Locale.ROOT));
        }
        return stage == null ? query : query.with(Facet.STAGE, stage.slug());
    }
}
