package dev.tranche.cli;

import dev.tranche.audit.Audit;
import dev.tranche.audit.BookAudit;
import dev.tranche.audit.Equation;
import dev.tranche.ledger.LedgerFold;
import dev.tranche.print.LedgerCsv;
import dev.tranche.print.LedgerJson;
import dev.tranche.print.LedgerPrinter;
import dev.tranche.record.OfficialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
    private BookOptions book = new BookOptions();

    @Parameters(index = "0..*", paramLabel = "PATH", arity = "0..*", description = BookOptions.PATHS)
    private List<String> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = WordConverter.OfTable.class,
            description = "text for people, json for programs, csv for tables. Default: text.")
    private TableFormat format = TableFormat.TEXT;

    @Mixin
    private RecordOption record = new RecordOption();

    /** Prints the equations. */
    @Override
    public void run() {
        OfficialRecord official = record.or(RecordOption.OFFICIAL);
        List<Equation> equations = new ArrayList<>();
        for (Map.Entry<String, List<String>> pair : pairs(official).entrySet()) {
            for (String recipient : pair.getValue()) {
                equations.addAll(Audit.of(official, pair.getKey(), recipient));
            }
        }
        equations.addAll(BookAudit.of(LedgerFold.of(book.journalOrEmpty(program, paths)), official, "US", "UA"));
        Terminal terminal = program.terminal();
        try (Results results = Results.open(terminal, Optional.empty())) {
            switch (format) {
                case JSON -> equations.forEach(equation -> results.write(LedgerJson.line(equation)));
                case CSV -> results.write(LedgerCsv.equations(equations));
                case TEXT ->
                    results.write(new LedgerPrinter(
                                    book.reading().lexicon(), terminal.ink(program.colour()), terminal.width())
                            .equations(equations));
            }
            results.complete();
        }
    }

    /** Givers of the record with their first receivers. */
    private static Map<String, List<String>> pairs(OfficialRecord official) {
        Map<String, TreeSet<String>> pairs = new TreeMap<>();
        official.rows()
                .forEach(row -> row.recipients().stream()
                        .findFirst()
                        .ifPresent(first -> pairs.computeIfAbsent(row.donor(), key -> new TreeSet<>())
                                .add(first)));
        Map<String, List<String>> sorted = new TreeMap<>();
        pairs.forEach((donor, recipients) -> sorted.put(donor, List.copyOf(recipients)));
        return sorted;
    }
}
