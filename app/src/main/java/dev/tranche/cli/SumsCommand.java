package dev.tranche.cli;

import dev.tranche.ledger.Commitment;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.print.SumsPrinter;
import dev.tranche.view.Pivot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche sums}: totals of the booked entries. */
@Command(
        name = "sums",
        header = "Print totals of the booked entries, each stage kept separate.",
        description = {
            "",
            "Only booked entries count, and parts count instead of their packages. Requested, planned, announced,"
                    + " appropriated and delivered money have columns of their own and are never added together.",
            "",
            "Example: tranche sums --by donor,recipient,year --currency USD",
            ""
        })
public final class SumsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private EntryFilter filter = new EntryFilter();

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "SIDE",
            converter = WordConverter.OfSide.class,
            description =
                    "What the rows are grouped by: donor, recipient, type, stage, year, month, authority; several are"
                            + " separated by commas. Default: donor,recipient.")
    private List<Pivot.Side> by = new ArrayList<>();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description =
                    "Convert every sum into this currency, at the stated rate for the year of its day. Default: each"
                            + " currency is kept separate.")
    private @Nullable String currency;

    /** Prints the sums. */
    @Override
    public void run() {
        Lexicon lexicon = table.book().reading().lexicon();
        Optional<String> into = Optional.ofNullable(currency).map(code -> code.toUpperCase(Locale.ROOT));
        if (into.isPresent() && !lexicon.isCurrency(into.get())) {
            throw CommandException.usage("--currency: '" + currency + "' is not the code of a known currency.");
        }
        List<Pivot.Side> sides = by.isEmpty() ? List.of(Pivot.Side.DONOR, Pivot.Side.RECIPIENT) : List.copyOf(by);
        List<Commitment> entries = table.book().ledger(program, table.paths(), record).entries().stream()
                .filter(filter.predicate(lexicon))
                .toList();
        Pivot pivot = Pivot.of(entries, sides.stream().distinct().toList(), into);
        table.print(
                program,
                () -> SumsPrinter.json(pivot),
                () -> SumsPrinter.csv(pivot),
                (ink, width) -> new SumsPrinter(lexicon, ink).text(pivot));
    }
}
