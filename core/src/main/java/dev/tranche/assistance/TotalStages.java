package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Tokens;

/** Decides the stage of what is summed in a running total. */
final class TotalStages {

    private final MarkedText text;
    private final Tokens tokens;
    private final Agents agents;
    private final Arrivals arrivals;

    TotalStages(MarkedText text, Agents agents) {
        this.text = text;
        this.tokens = text.tokens();
        this.agents = agents;
        this.arrivals = new Arrivals(text);
    }

    /** The stage of what a total sums: mostly given, sometimes only pledged or voted. */
    StageRules.Told find(Site site, boolean tracked) {
        for (Predicate predicate : site.predicates()) {
            if (predicate.isNoun()) {
                continue;
            }
            boolean house = agents.isByLegislature(site, predicate);
            if (predicate.is(text, Cue.ENACT) || house && predicate.isDone()) {
                return new StageRules.Told(Stage.APPROPRIATED, predicate.token());
            }
            if (predicate.is(text, Cue.BRING) && predicate.modality() == Modality.CONDITIONAL) {
                return new StageRules.Told(Stage.REQUESTED, predicate.token());
            }
        }
        for (Clause clause : site.clauses().all()) {
            boolean approved = clause.verb() >= 0
                    && clause.passive()
                    && clause.agents().stream()
                            .map(site.clauses().groups()::get)
                            .anyMatch(agents::isLegislature);
            if (approved && (text.is(clause.verb(), Cue.APPROVE) || text.is(clause.verb(), Cue.ENACT))) {
                return new StageRules.Told(Stage.APPROPRIATED, clause.verb());
            }
        }
        for (int token = site.sentence().start(); token < site.sum().start(); token++) {
            if (English.PAYMENT.at(tokens, token) && text.sumAt(token) == null) {
                return new StageRules.Told(Stage.DELIVERED, token);
            }
        }
        if (site.headIs(text, Cue.PROMISE)) {
            return new StageRules.Told(Stage.ANNOUNCED, site.heads().getFirst());
        }
        for (Predicate predicate : site.predicates()) {
            if (predicate.isNoun()) {
                if (predicate.is(text, Cue.HANDLED)) {
                    return new StageRules.Told(Stage.DELIVERED, predicate.token());
                }
                continue;
            }
            if (arrivals.isThere(site, predicate)) {
                return new StageRules.Told(Stage.DELIVERED, predicate.token());
            }
            if (predicate.is(text, Cue.PROMISE)
                    || predicate.is(text, Cue.ANNOUNCE)
                    || predicate.is(text, Cue.APPROVE)) {
                return new StageRules.Told(Stage.ANNOUNCED, predicate.token());
            }
            boolean gave = predicate.isDone()
                    && (English.GAVE.at(tokens, predicate.token())
                            || English.MADE.at(tokens, predicate.token())
                                    && English.AVAILABLE.at(tokens, predicate.token() + 1));
            boolean behind = gave || predicate.behind() && predicate.is(text, Cue.GATHER);
            if (predicate.is(text, Cue.HANDLED) || predicate.is(text, Cue.DELIVER) || behind) {
                // "By 2028 Norway will have given": not given yet.
                if (predicate.isFuture()) {
                    return new StageRules.Told(Stage.ANNOUNCED, predicate.token());
                }
                return new StageRules.Told(Stage.DELIVERED, predicate.token());
            }
        }
        for (int token = site.end(); token < Math.min(site.reach(), site.end() + 6); token++) {
            if (text.is(token, Cue.HANDLED)) {
                return new StageRules.Told(Stage.DELIVERED, token);
            }
        }
        Clause clause = site.clause();
        if (clause != null && isReached(site, clause)) {
            return new StageRules.Told(Stage.DELIVERED, clause.verb());
        }
        return new StageRules.Told(tracked ? Stage.DELIVERED : Stage.ANNOUNCED, -1);
    }

    /** "Its support has reached $7bn": support that has grown to a sum was given; pledges were not. */
    private boolean isReached(Site site, Clause clause) {
        return clause.lemma().equals("reach")
                && clause.tense() == Tense.PERFECT
                && clause.modality() == Modality.REAL
                && clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> text.is(g.head(), Cue.AID));
    }
}
