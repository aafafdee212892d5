package dev.tranche.ledger;

import dev.tranche.fact.Fact;
import dev.tranche.fact.RuleId;
import dev.tranche.mention.StatedAmount;
import dev.tranche.resolve.Claim;
import dev.tranche.review.Action;
import dev.tranche.review.ClaimMark;
import dev.tranche.review.ClaimPattern;
import dev.tranche.review.Decision;
import dev.tranche.review.StoryAction;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Removes rejected claims and adds new ones, in the order of the decisions. */
final class Rulings {

    /** The rule id of facts added by a person. */
    static final RuleId ADDED = new RuleId("person.added");

    private final TextShelf shelf;
    private final MarkFinder finder;
    private final Set<BookText> touched = new LinkedHashSet<>();
    private Map<Long, List<BookText>> byOrigin = Map.of();

    Rulings(TextShelf shelf) {
        this.shelf = shelf;
        this.finder = new MarkFinder(shelf);
    }

    /** Returns the texts with claims removed or added. */
    Set<BookText> touched() {
        return touched;
    }

    void apply(List<Decision> active) {
        for (Decision decision : active) {
            switch (decision.action()) {
                case Action.Reject reject -> reject.marks().forEach(mark -> reject(mark, decision));
                case Action.Add add -> add(add, decision);
                case Action.Accept accept -> {}
                case Action.Correct correct -> {}
                case Action.Merge merge -> {}
                case Action.Split split -> {}
                case Action.Withdraw withdraw -> {}
                case Action.Restore restore -> {}
                case Action.Note note -> {}
                case Action.Undo undo -> {}
                // Its parts are handled one by one.
                case Action.Together together -> {}
                case Action.Rule rule -> reject(rule.pattern(), decision);
                // It changes what a report tells besides sums.
                case StoryAction story -> {}
            }
        }
    }

    private void reject(ClaimMark mark, Decision decision) {
        for (MarkFinder.Met met : finder.findAll(mark)) {
            ruleOut(met, decision);
            finder.copies(met, byOrigin()).forEach(copy -> ruleOut(copy, decision));
        }
    }

    private void reject(ClaimPattern pattern, Decision decision) {
        for (BookText text : shelf.all()) {
            if (text.isWithdrawn() || !pattern.isOf(text.outlet().orElse(text.key()))) {
                continue;
            }
            List<Claim> meant = text.all()
                    .filter(claim -> text.counts(claim) && pattern.matches(claim))
                    .toList();
            meant.forEach(claim -> ruleOut(new MarkFinder.Met(text, claim), decision));
        }
    }

    private void ruleOut(MarkFinder.Met met, Decision decision) {
        if (met.counts()) {
            touched.add(met.text());
            met.text().ruleOut(met.claim(), decision.id());
        }
    }

    private Map<Long, List<BookText>> byOrigin() {
        if (byOrigin.isEmpty()) {
            byOrigin = shelf.byOrigin();
        }
        return byOrigin;
    }

    /** A sum read at the same words is the one the person added: it counts once, as stated by the person. */
    private void add(Action.Add add, Decision decision) {
        List<BookText> texts = shelf.named(add.mark().report());
        if (!finds(add, texts)) {
            return;
        }
        BookText text = texts.getFirst();
        touched.add(text);
        Evidence evidence = new Evidence(
                new DocumentId(text.id()), add.mark().span(), add.mark().quote());
        StatedAmount amount = add.terms().amount();
        List<Claim> same = text.all()
                .filter(claim -> !claim.isAdded()
                        && text.counts(claim)
                        && claim.fact().terms().amount().currency().equals(amount.currency())
                        && claim.fact().terms().amount().value().compareTo(amount.value()) == 0
                        && add.mark().overlap(claim.fact().evidence()) > 0)
                .toList();
        same.forEach(claim -> text.ruleOut(claim, decision.id()));
        Fact fact = new Fact.Aid(
                add.terms(),
                OptionalInt.empty(),
                add.ordinal(),
                java.util.Optional.empty(),
                List.of(),
                evidence,
                ADDED,
                add.date());
        text.ruleIn(fact, decision.id());
    }

    /**
     * Is there exactly one text that may hold the words? If several texts share one id, it is unknown which was meant.
     */
    static boolean finds(Action.Add add, List<BookText> texts) {
        return texts.size() == 1
                && !texts.getFirst().isWithdrawn()
                && add.mark().span().end() <= texts.getFirst().length();
    }
}
