package dev.tranche.eval;

import dev.tranche.fact.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fact as the scorer sees it, be it from a gold file, from a bundle or just read.
 *
 * <p>Words stand as written, since a gold file of a later version may hold some that this one does not know.
 *
 * @param kind {@code aid} or {@code total}
 * @param amount whole units of the currency; of a range its lower end
 * @param currency ISO 4217 code, where stated
 * @param bound how the number bounds the sum; {@code exactly} where not stated
 * @param donors codes of who gives
 * @param recipients codes of who receives
 * @param type kind of assistance, where stated
 * @param stage its stage, where stated
 * @param authority what it is given under, where stated
 * @param since from when a total counts, where stated
 * @param partOf index of the fact of the same report that it is a part of
 * @param quote the words that carry the sum, possibly empty
 * @param rule the rule that read it; empty for facts that no rule read
 */
public record ComparedFact(
        String kind,
        BigDecimal amount,
        Optional<String> currency,
        String bound,
        List<String> donors,
        List<String> recipients,
        Optional<String> type,
        Optional<String> stage,
        Optional<String> authority,
        Optional<String> since,
        OptionalInt partOf,
        String quote,
        Optional<String> rule) {

    /** Copies the lists. */
    public ComparedFact {
        donors = List.copyOf(donors);
        recipients = List.copyOf(recipients);
    }

    /** Returns a fact that was read. */
    public static ComparedFact of(Fact fact) {
        Optional<String> since = switch (fact) {
            case Fact.Aid aid -> Optional.empty();
            case Fact.Total total -> total.since();
        };
        return new ComparedFact(
                fact.kind(),
                fact.terms().amount().value(),
                Optional.of(fact.terms().amount().currency()),
                fact.terms().amount().bound().slug(),
                fact.terms().donors(),
                fact.terms().recipients(),
                Optional.of(fact.terms().type().slug()),
                Optional.of(fact.terms().stage().slug()),
                fact.terms().authority(),
                since,
                fact.partOf(),
                fact.evidence().quote(),
                Optional.of(fact.rule().value()));
    }

    /** Is it a running total? */
    public boolean isTotal() {
        return kind.equals("total");
    }
}
