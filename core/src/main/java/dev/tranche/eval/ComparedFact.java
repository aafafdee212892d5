package dev.tranche.eval;

import dev.tranche.fact.Fact;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fact as the scorer sees it, from a gold file, from a bundle or freshly read.
 *
 * <p>Words are kept as written, since a gold file of a later version may contain some unknown to this one.
 *
 * @param kind {@code aid} or {@code total}
 * @param amount whole units of the currency; for a range its lower end
 * @param currency ISO 4217 code, where stated
 * @param bound how the number bounds the sum; {@code exactly} where not stated
 * @param donors codes of the donors
 * @param recipients codes of the recipients
 * @param type type of assistance, where stated
 * @param stage its stage, where stated
 * @param authority the authority it is given under, where stated
 * @param since the base of a total, where stated
 * @param partOf index of the fact of the same report it is part of
 * @param quote the words that carry the sum, possibly empty
 * @param rule the rule that read it; empty for facts not read by a rule
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

    /** Returns a fact as read. */
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
