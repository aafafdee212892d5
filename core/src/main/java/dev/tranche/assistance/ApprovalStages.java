package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.NounGroup;
import dev.tranche.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Decides what approvals, votes and signatures say about the stage of a sum: by whose act the money is given. */
final class ApprovalStages {

    private static final Words INTO = Words.of("into");

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final Agents agents;

    ApprovalStages(Lexicon lexicon, MarkedText text, Agents agents) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.agents = agents;
    }

    /** "Gives its green light to": the object of the verb approves. */
    boolean isNod(Site site, Predicate p) {
        return p.clause() != null
                && p.is(text, Cue.GIVE)
                && p.clause().objects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> !site.chain().contains(g.index()) && text.is(g.head(), Cue.APPROVE));
    }

    /** "Won the approval of the bank's directors", "won approval in parliament"; null if it is no such verb. */
    @Nullable
    Stage won(Site site, Predicate p) {
        Clause clause = p.clause();
        if (clause == null || !p.is(text, Cue.SECURE) || !p.isReal()) {
            return null;
        }
        for (int index : clause.objects()) {
            NounGroup object = site.clauses().groups().get(index);
            if (!site.chain().contains(index) && text.is(object.head(), Cue.APPROVE)) {
                boolean voted = site.clauses().groups().stream()
                        .filter(g -> g.preposition() == object.end())
                        .anyMatch(g -> agents.isLegislature(g) || English.BOARD.at(tokens, g.head()));
                return voted ? Stage.APPROPRIATED : Stage.ANNOUNCED;
            }
        }
        return null;
    }

    /** Does it sign the sum into law? */
    boolean signsIntoLaw(Site site, Predicate p) {
        return p.clause() != null && p.clause().lemma().equals("sign") && isIntoLaw(site);
    }

    /**
     * Returns the stage that an act of a legislature or a signature gives, or null if the predicate is none.
     *
     * @param bill whether the sum is part of a bill
     */
    @Nullable
    Stage enacted(Site site, Predicate p, boolean bill) {
        boolean house = bill || agents.isByLegislature(site, p);
        boolean signs = p.clause() != null && p.clause().lemma().equals("sign");
        boolean vote = house
                || signs && agents.signsPackage(site, p)
                || p.is(text, Cue.ENACT) && (signs || !p.is(text, Cue.APPROVE));
        if (!vote && !(signs && isIntoLaw(site))) {
            return null;
        }
        if (agents.isByCommittee(site, p)) {
            return Stage.REQUESTED;
        }
        boolean voted = p.clause() != null && BillStatus.isVoted(site.clauses(), p.clause());
        return p.isReal() || voted ? Stage.APPROPRIATED : p.isFuture() ? Stage.PLANNED : Stage.REQUESTED;
    }

    /** Returns the stage that a verb of approving gives. */
    Stage approved(Site site, Predicate p, Roles roles, boolean sale) {
        if (p.modality() == Modality.POSSIBLE || p.isFuture()) {
            return Stage.PLANNED;
        }
        if (p.negative()) {
            return isPending(p) ? Stage.REQUESTED : Stage.BLOCKED;
        }
        if (p.modality() == Modality.NECESSARY || p.modality() == Modality.CONDITIONAL) {
            return Stage.REQUESTED;
        }
        if (Site.any(text, p.token() - 2, p.token(), Cue.INITIAL) || site.sentenceHas(text, Cue.INITIAL)) {
            return Stage.ANNOUNCED;
        }
        if (agents.isByCommittee(site, p)) {
            return Stage.REQUESTED;
        }
        boolean agrees = isAgreement(p);
        boolean voting = agents.isByBank(site, p)
                || agents.isByBoard(site, p)
                || roles.donorCodes().size() == 1
                        && lexicon.votes(roles.donorCodes().get(0));
        if (!sale && (agents.isByLegislature(site, p) || !agrees && voting)) {
            return Stage.APPROPRIATED;
        }
        return Stage.ANNOUNCED;
    }

    /** "Signed $5 million for Togo into law". */
    private boolean isIntoLaw(Site site) {
        for (int token = site.end(); token < site.sentence().end() - 1; token++) {
            if (INTO.at(tokens, token) && English.LAW.at(tokens, token + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAgreement(Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && (clause.lemma().equals("agree")
                        || clause.lemma().equals("sign")
                        || clause.lemma().equals("seal"));
    }

    /** "Has not yet approved": the vote is still to come. */
    private boolean isPending(Predicate p) {
        Clause clause = p.clause();
        if (clause == null) {
            return false;
        }
        for (int token = clause.verbStart(); token <= clause.verbEnd(); token++) {
            if (English.YET.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }
}
