package dev.tranche.rule;

import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.VerbChain;
import dev.tranche.lexicon.Entry;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.role.ReportContext;
import dev.tranche.role.Roles;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a sum is assistance between governments, and by which rule.
 *
 * <p>First what excludes it, then whether it is a running total, then whether its own clause makes it aid, then
 * whether it goes on with a sum told before. A sum that none fits is no fact.
 */
final class FactRules {

    private final NoAidRules noAid;
    private final TotalRules totals;
    private final AidRules aids;
    private final ContinuedRules continued;

    FactRules(Lexicon lexicon, MarkedText text, ReportContext context) {
        this.noAid = new NoAidRules(lexicon, text);
        this.totals = new TotalRules(text, context);
        this.aids = new AidRules(text, context);
        this.continued = new ContinuedRules(text, context);
    }

    Optional<FactKind> decide(
            SumPhrase phrase,
            VerbChain chain,
            Roles roles,
            Optional<Entry.Authority> authority,
            List<Candidate> earlier) {
        if (noAid.isNoAid(phrase, chain, roles)) {
            return Optional.empty();
        }
        return totals.decide(phrase, chain, roles)
                .or(() -> aids.decide(phrase, chain, roles, authority))
                .or(() -> continued.decide(phrase, roles, earlier));
    }
}
