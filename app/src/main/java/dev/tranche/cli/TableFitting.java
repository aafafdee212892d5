package dev.tranche.cli;

import dev.tranche.assistance.TypeFit;
import dev.tranche.eval.ComparedFact;
import dev.tranche.eval.Matching;
import dev.tranche.extract.Extraction;
import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.source.Incoming;
import dev.tranche.text.Document;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Fits the table that chooses a type where no word beside a sum gives one, to sums of gold files. */
final class TypesFitting {

    private final TrancheCommand program;
    private final ReadingOptions reading;

    TypesFitting(TrancheCommand program, ReadingOptions reading) {
        this.program = program;
        this.reading = reading;
    }

    /** Fits in the order of the input, so that the table is the same on any number of threads. */
    void run(Map<String, List<ComparedFact>> gold, List<String> reports) {
        Lexicon lexicon = reading.lexicon();
        TypeFit fit = TypeFit.of(lexicon);
        Function<Incoming.Report, Extraction> reader = reading.reader(lexicon);
        Run run = new Run(program, false);
        run.over(
                reading.inputs(reports, program.terminal().in()),
                reading.threads(),
                false,
                report -> new Run.Reading(reader.apply(EvalCommand.wanted(report, gold)), ""),
                read -> {
                    Document document = read.extraction().document();
                    List<ComparedFact> facts = gold.getOrDefault(document.id().value(), List.of());
                    fit.add(document, types(facts, read.extraction()));
                });
        run.refuseNothing(reports);
        if (fit.sums() == 0) {
            throw CommandException.usage(
                    "no sum of the gold files was read whose type has to be weighed; there is nothing to fit.");
        }
        program.terminal().err().println("tranche: fitted to " + fit.sums() + " sums.");
        try (Results results = Results.open(program.terminal(), Optional.empty())) {
            results.write(fit.table());
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
