package dev.tranche.resolve;

import dev.tranche.fact.AidType;
import dev.tranche.fact.Fact;
import dev.tranche.fact.Terms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What claims of equal terms have in common; bills are kept apart from packages, because they are reported on for much
 * longer.
 */
record Cell(
        String currency,
        BigDecimal value,
        Optional<BigDecimal> upper,
        List<String> donors,
        List<String> recipients,
        AidType type,
        Optional<String> authority,
        OptionalInt ordinal,
        boolean bill) {

    static Cell of(Claim claim) {
        Fact fact = claim.fact();
        Terms terms = fact.terms();
        return new Cell(
                terms.amount().currency(),
                terms.amount().value(),
                terms.amount().upper(),
                sorted(terms.donors()),
                sorted(terms.recipients()),
                terms.type(),
                terms.authority(),
                Group.ordinalOf(fact),
                Group.isLegislative(terms.stage()));
    }

    private static List<String> sorted(List<String> codes) {
        return codes.size() < 2 ? codes : codes.stream().sorted().toList();
    }
}
