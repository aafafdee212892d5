package dev.tranche.cli;

import dev.tranche.assistance.SumFit;
import dev.tranche.assistance.TotalFit;
import dev.tranche.assistance.TypeFit;
import dev.tranche.eval.ComparedFact;
import dev.tranche.eval.Matching;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.mention.StatedAmount;
import dev.tranche.source.Incoming;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Fits the tables that decide where no word beside a sum does, to sums of gold files. */
final class TableFitting {

    private final TrancheCommand program;
    private final ReadingOptions reading;
    private final Map<String, List<ComparedFact>> gold;
    private final List<String> reports;

    TableFitting(
            TrancheCommand program,
            ReadingOptions reading,
            Map<String, List<ComparedFact>> gold,
            List<String> reports) {
        this.program = program;
        this.reading = reading;
        this.gold = gold;
        this.reports = reports;
    }

    /** Prints a table of the weights that choose a type. */
    void ofTypes() {
        TypeFit fit = TypeFit.of(reading.lexicon());
        each((extraction, facts) -> fit.add(extraction.document(), types(facts, extraction)));
        if (fit.sums() == 0) {
            throw CommandException.usage(
                    "no sum of the gold files was read whose type has to be weighed; there is nothing to fit.");
        }
        print(fit.sums(), fit.table());
    }

    /** Prints a table of the weights that distinguish assistance from other sums. */
    void ofSums() {
        SumFit fit = SumFit.of(reading.lexicon());
        each((extraction, facts) -> fit.add(
                extraction.document(),
                amount -> facts.stream()
                        .anyMatch(fact -> fact.amount().compareTo(amount.value()) == 0
                                && fact.currency()
                                        .filter(amount.currency()::equals)
                                        .isPresent())));
        if (fit.sums() == 0) {
            throw CommandException.usage("the reports hold no sum of money; there is nothing to fit.");
        }
        print(fit.sums(), fit.table());
    }

    /** Prints a table of the weights that tell totals from single acts. */
    void ofTotals() {
        TotalFit fit = TotalFit.of(reading.lexicon());
        each((extraction, facts) -> fit.add(extraction.document(), amount -> isTotal(facts, amount)));
        if (fit.sums() == 0) {
            throw CommandException.usage("no sum of the gold files was read as assistance; there is nothing to fit.");
        }
        print(fit.sums(), fit.table());
    }

    /** Returns whether the gold facts with an amount are totals; empty if there is none or they differ. */
    private static Optional<Boolean> isTotal(List<ComparedFact> facts, StatedAmount amount) {
        List<Boolean> kinds = facts.stream()
                .filter(fact -> fact.amount().compareTo(amount.value()) == 0
                        && fact.currency().filter(amount.currency()::equals).isPresent())
                .map(ComparedFact::isTotal)
                .distinct()
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.getFirst()) : Optional.empty();
    }

    /** Reads in the order of the input, so that a table is the same on any number of threads. */
    private void each(BiConsumer<Extraction, List<ComparedFact>> add) {
        Function<Incoming.Report, Extraction> reader = reading.reader(reading.lexicon());
        Run run = new Run(program, false);
        run.over(
                reading.inputs(reports, program.terminal().in()),
                reading.threads(),
                false,
                report -> new Run.Reading(reader.apply(EvalCommand.wanted(report, gold)), ""),
                read -> add.accept(
                        read.extraction(),
                        gold.getOrDefault(read.extraction().document().id().value(), List.of())));
        run.refuseNothing(reports);
    }

    private void print(int sums, String table) {
        program.terminal().err().println("tranche: fitted to " + sums + " sums.");
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(table);
            results.complete();
        }
    }

    private static Map<Span, AidType> types(List<ComparedFact> gold, Extraction extraction) {
        // By identity: two facts of a report may be equal.
        IdentityHashMap<ComparedFact, Fact> facts = new IdentityHashMap<>();
        List<ComparedFact> read = new ArrayList<>();
        for (Fact fact : extraction.facts()) {
            ComparedFact compared = ComparedFact.of(fact);
            facts.put(compared, fact);
            read.add(compared);
        }
        Map<Span, AidType> types = new HashMap<>();
        for (Matching.Pair pair : Matching.of("", gold, read).pairs()) {
            Optional<Fact> fact = Optional.ofNullable(facts.get(pair.read()));
            fact.ifPresent(each -> pair.gold()
                    .type()
                    .ifPresent(
                            type -> types.put(each.evidence().span(), AidType.valueOf(type.toUpperCase(Locale.ROOT)))));
        }
        return types;
    }
}
