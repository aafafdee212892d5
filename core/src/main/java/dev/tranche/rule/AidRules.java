package dev.tranche.rule;

import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.Verb;
import dev.tranche.clause.VerbChain;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Entry;
import dev.tranche.mention.MarkedText;
import dev.tranche.role.ReportContext;
import dev.tranche.role.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells sums that are assistance by their own clause. Rules are tried in the order of the method; the first that fits
 * gives its name.
 */
final class AidRules {

    private static final Set<String> LENDERS = Set.of("EU", "IMF", "WB", "EBRD", "EIB", "G7");

    private final MarkedText text;
    private final ReportContext context;

    AidRules(MarkedText text, ReportContext context) {
        this.text = text;
        this.context = context;
    }

    Optional<FactKind> decide(SumPhrase phrase, VerbChain chain, Roles roles, Optional<Entry.Authority> authority) {
        boolean receiver = !roles.recipients().isEmpty();
        if (authority.isPresent() && receiver) {
            return Optional.of(FactKind.aid("authority"));
        }
        boolean appeal = !roles.explicitRecipient()
                && phrase.has(text, Cue.HUMANITARIAN)
                && chain.has(text, Cue.REQUEST)
                && roles.donors().stream().allMatch("UN"::equals);
        if (appeal) {
            return Optional.of(FactKind.aid("appeal"));
        }
        if (phrase.has(text, Cue.AID) && receiver) {
            return Optional.of(FactKind.aid(roles.explicitRecipient() ? "noun.receiver" : "noun.context"));
        }
        if (!receiver) {
            return Optional.empty();
        }
        boolean money = phrase.has(text, Cue.PACKAGE)
                || phrase.has(text, Cue.MONEY)
                || phrase.has(text, Cue.LOAN)
                || phrase.has(text, Cue.BILL);
        boolean moved = chain.has(text, Cue.GIVE)
                || chain.has(text, Cue.ANNOUNCE)
                || chain.has(text, Cue.APPROVE)
                || chain.has(text, Cue.DELIVER)
                || chain.has(text, Cue.REQUEST)
                || chain.has(text, Cue.ENACT)
                || chain.has(text, Cue.BLOCK)
                || chain.has(text, Cue.PLAN)
                || chain.has(text, Cue.RECEIVE);
        if (money && roles.explicitRecipient()) {
            return Optional.of(FactKind.aid("money.receiver"));
        }
        boolean goods = phrase.has(text, Cue.WEAPON) || hasEquipment(phrase) || phrase.has(text, Cue.MILITARY);
        if (goods
                && (moved || roles.explicitRecipient())
                && (roles.explicitRecipient() || !roles.donors().isEmpty())) {
            return Optional.of(FactKind.aid("weapons"));
        }
        if (SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.DOMESTIC)
                && !roles.explicitRecipient()) {
            return Optional.empty();
        }
        if (isBetween(chain, roles)) {
            return Optional.of(FactKind.aid("between"));
        }

        boolean lender = roles.donors().stream().anyMatch(LENDERS::contains);
        boolean title = phrase.sentence().title() && !lender;
        if (money
                && (lender || context.isAidReport(phrase) || phrase.has(text, Cue.MILITARY))
                && !title
                && !roles.donors().isEmpty()
                && (roles.explicitDonor() || moved)
                && context.namesAid(phrase)) {
            return Optional.of(FactKind.aid("money.context"));
        }
        if (chain.hasLeft(text, Cue.REQUEST)
                && context.isAidReport(phrase)
                && roles.donors().equals(List.of("ALLIES"))) {
            return Optional.of(FactKind.aid("request"));
        }
        if (moved && roles.explicitRecipient() && isAidSentence(phrase)) {
            return Optional.of(FactKind.aid("transfer"));
        }
        if (phrase.has(text, Cue.HUMANITARIAN) && moved && roles.explicitDonor()) {
            return Optional.of(FactKind.aid("relief"));
        }
        return Optional.empty();
    }

    /** "The Commission paid Ukraine €1.5 billion", "Ukraine received €3 billion from the EU". */
    private boolean isBetween(VerbChain chain, Roles roles) {
        if (!roles.explicitDonor() || !roles.explicitRecipient() || chain.isEmpty()) {
            return false;
        }
        Verb nearest =
                chain.left().isEmpty() ? chain.right().get(0) : chain.left().get(0);
        return nearest.is(text, Cue.GIVE) || nearest.is(text, Cue.DELIVER) || nearest.is(text, Cue.RECEIVE);
    }

    private boolean hasEquipment(SumPhrase phrase) {
        return text.thingsFrom(phrase.sum().end(), phrase.end() + 4).stream()
                .anyMatch(t -> t.end() <= phrase.end() + 4
                        && t.entry() instanceof Entry.Equipment equipment
                        && TypeFinder.isArms(equipment));
    }

    private boolean isAidSentence(SumPhrase phrase) {
        return SumPhrase.any(text, phrase.sentence().start(), phrase.sentence().end(), Cue.AID)
                || SumPhrase.any(
                        text, phrase.sentence().start(), phrase.sentence().end(), Cue.WEAPON)
                || SumPhrase.any(
                        text, phrase.sentence().start(), phrase.sentence().end(), Cue.GIVE);
    }
}
