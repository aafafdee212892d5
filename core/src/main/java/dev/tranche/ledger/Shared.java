package dev.tranche.ledger;

import dev.tranche.fact.Fact;
import dev.tranche.fact.Terms;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.util.HashMap;
import java.util.Map;

/** Keeps one object for equal values, so that a large book fits in memory. */
final class Shared {

    private final Map<Object, Object> values = new HashMap<>();

    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }

    /** Returns an equal fact that is shared. */
    Fact of(Fact fact) {
        Terms terms = of(fact.terms());
        Evidence evidence = fact.evidence();
        Evidence lean =
                new Evidence(new DocumentId(evidence.document().value()), evidence.span(), of(evidence.quote()));
        return switch (fact) {
            case Fact.Aid aid ->
                new Fact.Aid(
                        terms,
                        aid.partOf(),
                        aid.ordinal(),
                        aid.announcer(),
                        aid.items(),
                        lean,
                        of(aid.rule()),
                        of(aid.date()),
                        of(aid.cells()));
            case Fact.Total total ->
                new Fact.Total(
                        terms,
                        total.partOf(),
                        total.since(),
                        lean,
                        of(total.rule()),
                        of(total.date()),
                        of(total.cells()));
        };
    }
}
