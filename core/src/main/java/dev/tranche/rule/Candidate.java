package dev.tranche.rule;

import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.VerbChain;
import dev.tranche.fact.FactItem;
import dev.tranche.fact.Terms;
import dev.tranche.role.Roles;
import dev.tranche.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A sum that a rule took for a fact, before repeats in its report are joined.
 *
 * @param phrase the sum with its noun group
 * @param chain its verbs
 * @param kind aid or total, and the rule
 * @param terms what it is said to be
 * @param roles who gives and receives, with how that is known
 * @param since base of a total
 * @param ordinal its place in a counted row
 * @param items equipment of its sentence
 * @param hedged does a title hand the claim to a source?
 * @param quote the words that carry it
 */
record Candidate(
        SumPhrase phrase,
        VerbChain chain,
        FactKind kind,
        Terms terms,
        Roles roles,
        Optional<String> since,
        OptionalInt ordinal,
        List<FactItem> items,
        boolean hedged,
        Span quote) {

    Candidate {
        items = List.copyOf(items);
    }

    Candidate with(Terms other) {
        return new Candidate(phrase, chain, kind, other, roles, since, ordinal, items, hedged, quote);
    }

    boolean total() {
        return kind.total();
    }
}
