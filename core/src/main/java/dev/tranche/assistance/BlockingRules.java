package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.Tense;
import org.jspecify.annotations.Nullable;

/** Decides whether a verb of blocking blocks the sum, rather than something else or at another time. */
final class BlockingRules {

    private static final Words STOPPAGE = Words.of("hold freeze pause block veto suspension ban");

    private static final Words ENABLE = Words.of("allow allows allowed allowing enable enables enabled enabling lets");

    private final MarkedText text;
    private final Agents agents;

    BlockingRules(MarkedText text, Agents agents) {
        this.text = text;
        this.agents = agents;
    }

    /**
     * Returns the stage that a verb of blocking gives a sum, or null if it gives none.
     *
     * @param p a predicate of the site with a word of {@link Cue#BLOCK}
     */
    @Nullable
    Stage of(Site site, Predicate p, Roles roles) {
        if (site.isDebtRelief(text)) {
            return p.isFuture() || p.isReal() ? Stage.ANNOUNCED : Stage.PLANNED;
        }
        if (isOfAppeal(site, p)) {
            return Stage.REQUESTED;
        }
        if (isOver(site, p) || isPurpose(site, p) || isLifted(site, p) || isDrawn(site, p) || isHarm(site, p)) {
            return null;
        }
        boolean stranger = !isLoss(p) && agents.isByStranger(site, p, roles);
        return p.negative() || stranger ? null : blocked(p);
    }

    /** "Ended its aid of 5 million a year": not "the talks ended with a loan", where the sum is no object. */
    boolean isEnd(Predicate p) {
        Clause clause = p.clause();
        return clause != null && clause.lemma().equals("end") && (clause.passive() != p.object());
    }

    /** "Togo lost 5 million in aid": the recipient is the subject of its loss. */
    private static boolean isLoss(Predicate p) {
        return p.clause() != null && p.clause().lemma().equals("lose") && p.object();
    }

    /** "The UN slashes its appeal to $2bn": less is requested. */
    private boolean isOfAppeal(Site site, Predicate p) {
        return p.clause() != null
                && p.clause().objects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> text.is(g.head(), Cue.APPEAL));
    }

    /** "Will send aid that it held back last year": what was stopped earlier is given now. */
    private boolean isOver(Site site, Predicate p) {
        boolean past = p.behind()
                && p.clause() != null
                && switch (p.clause().tense()) {
                    case PAST, PERFECT, PLUPERFECT -> true;
                    case PRESENT, INFINITIVE, PARTICIPLE -> false;
                };
        return past
                && site.predicates().stream()
                        .filter(q -> !q.isNoun() && !q.behind())
                        .limit(1)
                        .anyMatch(q -> (q.isFuture() || q.isReal() && !q.isDone())
                                && !q.negative()
                                && (q.is(text, Cue.GIVE) || q.is(text, Cue.DELIVER)));
    }

    /** "Removes its hold on 2 million": what stopped the money is stopped. */
    private boolean isLifted(Site site, Predicate p) {
        return p.clause() != null
                && p.clause().objects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> STOPPAGE.at(text.tokens(), g.head()));
    }

    /** "Will pay 105 million to stop smugglers": the purpose of the money is stopped, not the money. */
    private boolean isPurpose(Site site, Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && clause.tense() == Tense.INFINITIVE
                && site.predicates().stream()
                        .filter(q -> q.clause() != null && q.clause().index() == clause.parent())
                        .anyMatch(q -> q.is(text, Cue.GIVE) && !q.is(text, Cue.PROMISE) && !q.is(text, Cue.PLAN));
    }

    /** "Allows Ghana to withdraw 3 million": a borrower takes what is lent. */
    private boolean isDrawn(Site site, Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && clause.lemma().equals("withdraw")
                && clause.parent() >= 0
                && ENABLE.at(
                        text.tokens(), site.clauses().all().get(clause.parent()).verb());
    }

    /** "Wells that prevented cholera": money stops only when somebody is prevented from giving it. */
    private static boolean isHarm(Site site, Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && clause.lemma().equals("prevent")
                && site.clauses().all().stream()
                        .noneMatch(c -> c.parent() == clause.index() && c.link() == Link.COMPLEMENT);
    }

    private Stage blocked(Predicate p) {
        return GivingStages.modality(p) == Modality.FUTURE
                        || p.isReal()
                        || p.behind()
                        || p.modality() == Modality.NECESSARY
                ? Stage.BLOCKED
                : Stage.PLANNED;
    }
}
