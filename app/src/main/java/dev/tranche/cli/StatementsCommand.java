package dev.tranche.cli;

import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.ClaimsCsv;
import dev.tranche.print.ClaimsJson;
import dev.tranche.print.ClaimsPrinter;
import dev.tranche.statement.Stance;
import dev.tranche.view.StatementIndex;
import dev.tranche.view.StatementLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tranche statements}: who said what, merged over reports. */
@Command(
        name = "statements",
        header = "Print who said what: the statements of the book, each once.",
        description = {
            "",
            "A statement found in several reports is one entry with all of them as sources; a statement that was"
                    + " denied names its denials. The day is that of the first report. 'tranche timeline' prints"
                    + " figures that differ.",
            "",
            "Example: tranche statements --who Zelenskyy --from 2022-09 --to 2022-10 --stance asks",
            ""
        })
public final class StatementsCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private TrancheCommand program;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private StoryFilter filter = new StoryFilter();

    @Option(
            names = "--stance",
            paramLabel = "STANCE",
            converter = WordConverter.OfStance.class,
            description = "Only statements of this kind: asserts, denies, promises, warns, asks, accuses.")
    private @Nullable Stance stance;

    @Option(names = "--denied", description = "Only statements that somebody denies.")
    private boolean denied;

    /** Prints the statements of the book or the reports. */
    @Override
    public void run() {
        StatementIndex.Question question = new StatementIndex.Question(
                filter.who(),
                filter.countries(table.book().reading().lexicon()),
                Optional.ofNullable(stance),
                denied ? Optional.of(true) : Optional.empty(),
                filter.words(),
                filter.from(),
                filter.to());
        List<StatementLine> lines = StatementIndex.ofReadings(
                        LedgerFold.readings(table.book().journal(program, table.paths())))
                .find(question);
        table.print(
                program,
                () -> ClaimsJson.lines(lines),
                () -> ClaimsCsv.table(lines),
                (ink, width) -> new ClaimsPrinter(ink, width).print(lines));
    }
}
