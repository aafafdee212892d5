package dev.tranche.assistance;

import dev.tranche.fact.Refusal.Reason;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.Optional;

/** Recognises sums that are costs: an estimate of damage, a loss, an order to a company, a reparation. */
final class CostRules {

    private static final Words DEAL = Words.of("deal deals bid offer agreement contract order takeover");

    private final MarkedText text;
    private final Tokens tokens;

    CostRules(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Returns why the sum is a cost; empty if it is not. */
    Optional<Reason> refuse(Site site, Roles roles, boolean sale) {
        if (!roles.namesDonor() && isPurchase(site)) {
            return Optional.of(Reason.PRICE);
        }
        if (isCostOfRebuilding(site) || isEstimate(site) || isLoss(site)) {
            return Optional.of(Reason.DAMAGE);
        }
        boolean awarded = site.predicates().stream()
                .map(Predicate::clause)
                .anyMatch(clause -> clause != null && clause.lemma().equals("award"));
        boolean ordered = !sale && English.isContract(tokens, site.heads());
        if ((awarded || ordered) && isOrder(site)) {
            return Optional.of(Reason.TRADE);
        }
        return isReparation(site) ? Optional.of(Reason.PRIVATE) : Optional.empty();
    }

    /** "A $44bn deal to buy its rival": the price of what somebody not named as a donor buys. */
    private boolean isPurchase(Site site) {
        boolean deal = !site.tells(text, Cue.AID) && site.heads().stream().anyMatch(head -> DEAL.at(tokens, head));
        return deal && English.TO.at(tokens, site.end()) && English.BUY.at(tokens, site.end() + 1);
    }

    /** "Will need $349 billion to rebuild": an estimate of the damage, not a request. */
    private boolean isCostOfRebuilding(Site site) {
        Clause own = site.clause();
        if (own == null || own.verb() < 0 || own.passive()) {
            return false;
        }
        boolean needs = English.NEED.at(tokens, own.verb()) && site.heads().isEmpty();
        return needs
                && site.clauses().all().stream()
                        .anyMatch(c -> c.parent() == own.index() && English.REBUILD.at(tokens, c.verb()));
    }

    /** "Puts the bill for rebuilding at $104 billion", "half of a $16bn recovery bill". */
    private boolean isEstimate(Site site) {
        Clause own = site.clause();
        boolean at = site.group() != null
                && site.group().preposition() >= 0
                && English.AT.at(tokens, site.group().preposition());
        boolean puts = own != null && own.lemma().equals("put") && !isOfAid(site, own);
        boolean belongs = site.predicates().stream()
                .anyMatch(p ->
                        p.behind() && p.clause() != null && p.clause().lemma().equals("belong"));
        boolean damage = site.predicates().stream()
                .map(Predicate::clause)
                .anyMatch(c -> c != null
                        && c.lemma().equals("estimate")
                        && c.objects().stream()
                                .map(site.clauses().groups()::get)
                                .anyMatch(g -> text.is(g.head(), Cue.DAMAGE)));
        return at && puts || belongs || damage;
    }

    /** "The army awards Raytheon a $1.2bn contract": a company is paid. */
    boolean isOrder(Site site) {
        return text.actorsFrom(site.sentence().start(), site.sentence().end()).stream()
                .anyMatch(actor -> actor.kind().equals("company"));
    }

    /** "Oligarchs lost $95bn", "the bank lost $300m": a loss, not money withheld. */
    private boolean isLoss(Site site) {
        Clause own = site.clause();
        if (own == null || own.verb() < 0 || own.passive()) {
            return false;
        }
        boolean loses =
                English.LOSE.at(tokens, own.verb()) && site.chain().stream().anyMatch(own.objects()::contains);
        return loses
                && own.subjects().stream().map(site.clauses().groups()::get).allMatch(g -> {
                    ActorMention actor = text.actorAt(g.head());
                    return (actor == null || actor.isPrivate()) && !text.is(g.head(), Cue.THE_COUNTRY);
                });
    }

    /** "Reparations to survivors of the Holocaust": compensation paid to people, not a loan from an enemy's money. */
    private boolean isReparation(Site site) {
        if (site.tells(text, Cue.LOAN)) {
            return false;
        }
        for (int token = 0; token < site.sentence().end(); token++) {
            boolean near = text.sentences().get(0).title()
                            && token < text.sentences().get(0).end()
                    || token >= site.sentence().start();
            if (near
                    && English.REPARATION.at(tokens, token)
                    && !text.is(token + 1, Cue.LOAN)
                    && names(site.sentence(), English.SURVIVOR)) {
                return true;
            }
        }
        return false;
    }

    /** "Puts its support at $500 million", "put the value of the consignment at": the value of what has been given. */
    private boolean isOfAid(Site site, Clause clause) {
        return clause.objects().stream()
                .map(site.clauses().groups()::get)
                .anyMatch(g -> text.is(g.head(), Cue.AID)
                        || text.is(g.head(), Cue.PACKAGE)
                        || English.VALUE.at(tokens, g.head()));
    }

    private boolean names(Sentence sentence, Words words) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (words.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }
}
