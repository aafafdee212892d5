package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.lexicon.Lexicon;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Link;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides the stage of a sum from the predicates that apply to it, the nearest first.
 *
 * <p>An outer predicate overrides an inner one if it asks, weighs or stops: "asked to approve" is requested,
 * "expected to approve" is planned.
 */
final class StageRules {

    private final Lexicon lexicon;
    private final MarkedText text;
    private final Tokens tokens;
    private final BillStatus bills;
    private final Agents agents;
    private final StageMarks marks;
    private final BlockingRules blocking;
    private final ReportFrame frame;
    private final FramedStages frames;
    private final GivingStages giving;
    private final OpenStages open;
    private final Arrivals arrivals;
    private final ApprovalStages approvals;

    StageRules(Lexicon lexicon, MarkedText text, Agents agents, SiteFinder sites, ReportFrame frame) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = text.tokens();
        this.bills = new BillStatus(text, sites);
        this.agents = agents;
        this.marks = new StageMarks(text);
        this.blocking = new BlockingRules(text, agents);
        this.frame = frame;
        this.frames = new FramedStages(text, sites, frame);
        this.giving = new GivingStages(text, agents);
        this.open = new OpenStages(text, sites);
        this.arrivals = new Arrivals(text);
        this.approvals = new ApprovalStages(lexicon, text, agents);
    }

    /**
     * A stage with the token that states it.
     *
     * @param stage the stage
     * @param token the word, or -1 if none states it
     */
    record Told(Stage stage, int token) {}

    Told find(Site site, Roles roles, boolean sale) {
        if (marks.isLeft(site) && marks.halted(site) < 0) {
            return new Told(Stage.APPROPRIATED, site.sum().end());
        }
        Told told = null;
        boolean whole = isWhole(site);
        for (Predicate predicate : site.predicates()) {
            if (whole && !predicate.behind() && !predicate.isNoun()) {
                continue;
            }
            Stage here = of(site, predicate, roles, sale);
            if (here == null) {
                continue;
            }
            if (here == Stage.BLOCKED && told != null && told.stage() == Stage.BLOCKED && isBidToBlock(site, told)) {
                told = new Told(Stage.ANNOUNCED, predicate.token());
                continue;
            }
            boolean overrules = told == null || overrules(here, told.stage(), predicate, site);
            if (overrules) {
                told = new Told(here, predicate.token());
            }
        }
        if (whole && told == null && !isBill(site)) {
            told = new Told(Stage.ANNOUNCED, site.sum().outerStart() - 1);
        }
        if (told == null || told.stage() != Stage.BLOCKED) {
            int halted = marks.halted(site);
            told = halted < 0 ? told : new Told(Stage.BLOCKED, halted);
        }
        int conditional = marks.conditional(site);
        if (conditional >= 0 && (told == null || told.stage() == Stage.ANNOUNCED)) {
            return new Told(Stage.PLANNED, conditional);
        }
        Told adjective = marks.adjective(site);
        if (adjective != null
                && (told == null || told.stage() == Stage.ANNOUNCED && told.token() != adjective.token())) {
            told = adjective;
        }
        boolean unsettled = told == null
                || told.stage() == Stage.ANNOUNCED
                || told.stage() == Stage.PLANNED
                || site.isFromBill(text);
        if (isBill(site) && unsettled && !(told != null && told.stage() == Stage.BLOCKED)) {
            int law = holder(site, English.LAW);
            boolean acts = told != null && text.is(told.token(), Cue.ANNOUNCE);
            Told open = law >= 0 && !acts
                    ? new Told(Stage.APPROPRIATED, law)
                    : new Told(Stage.REQUESTED, told == null ? -1 : told.token());
            return bills.statusNear(site).or(() -> bills.statusBefore(site)).orElse(open);
        }
        return frames.follow(site, unsettled(site, roles, told));
    }

    /** "Part of a $115bn package": what is done with the part says nothing about the whole. */
    private boolean isWhole(Site site) {
        NounGroup group = site.group();
        if (group != null
                && English.OF.at(tokens, group.start() - 1)
                && English.PART.at(tokens, group.start() - 2)
                && English.AS.at(tokens, group.start() - 3)) {
            return true;
        }
        if (group == null || group.preposition() <= 0 || !English.OF.at(tokens, group.preposition())) {
            return false;
        }
        int part = group.preposition() - 1;
        return text.sumAt(part) != null
                || English.PART.at(tokens, part) && site.heads().contains(part);
    }

    /** The stage implied by a bill, a request, a board or a title's source when the verbs leave it open. */
    private Told unsettled(Site site, Roles roles, @Nullable Told told) {
        boolean held = site.holders().stream().anyMatch(token -> text.is(token, Cue.PACKAGE));
        if (held && told == null) {
            Optional<Told> status = bills.statusNear(site);
            if (status.isPresent()) {
                return status.get();
            }
        }
        if (told == null || told.stage() == Stage.ANNOUNCED || told.stage() == Stage.PLANNED) {
            int asked = Math.max(holder(site, English.PROPOSAL), draft(site));
            if (asked >= 0) {
                return new Told(Stage.REQUESTED, asked);
            }
        }
        if ((told == null || told.stage() == Stage.ANNOUNCED)
                && roles.donorCodes().stream().anyMatch(code -> lexicon.lends(code) || lexicon.votes(code))) {
            int review = Math.max(marks.decisionBehind(site), Math.max(marks.boardReview(site), marks.boardVote(site)));
            if (review >= 0) {
                return new Told(Stage.APPROPRIATED, review);
            }
            boolean ahead = site.predicates().stream()
                    .anyMatch(p -> !p.isNoun()
                            && (p.isFuture() || p.isDone())
                            && (p.is(text, Cue.GIVE)
                                    || p.is(text, Cue.DELIVER)
                                    || p.is(text, Cue.RECEIVE)
                                    || p.is(text, Cue.ANNOUNCE)
                                    || p.is(text, Cue.APPROVE)));
            if (frame.vote(site) >= 0 && !ahead) {
                return new Told(Stage.APPROPRIATED, frame.vote(site));
            }
        }
        if ((told == null || told.stage() == Stage.ANNOUNCED) && isBehindBill(site)) {
            Told passed = bills.status(site.clauses());
            if (passed != null) {
                return passed;
            }
        }
        if (told == null || told.stage() == Stage.ANNOUNCED) {
            int chamber = marks.chamberVote(site);
            if (chamber >= 0) {
                return new Told(Stage.APPROPRIATED, chamber);
            }
            int error = marks.valuationError(site);
            if (error >= 0) {
                boolean still = site.sentenceHas(text, Cue.LEFT) || marks.isStillThere(site);
                return new Told(still ? Stage.APPROPRIATED : Stage.PLANNED, error);
            }
            if (marks.isHedgedTitle(site)) {
                return new Told(Stage.PLANNED, site.sentence().end() - 1);
            }
            boolean lender = roles.donorCodes().stream().anyMatch(lexicon::lends);
            Told waits = open.find(site, lender);
            if (waits != null) {
                return waits;
            }
        }
        if (told == null) {
            told = open.heldUp(site);
        }
        return told == null ? new Told(Stage.ANNOUNCED, -1) : told;
    }

    /** "Senate adopts budget – and sends $9bn": a second clause without a subject continues with the bill. */
    private static boolean isBehindBill(Site site) {
        Clause own = site.clause();
        return own != null
                && own.link() == Link.ROOT
                && own.index() > 0
                && own.subjects().isEmpty();
    }

    /** "Rejects a bid to block": what was not stopped continues. */
    private static boolean isBidToBlock(Site site, Told inner) {
        return site.predicates().stream()
                .anyMatch(p -> p.token() == inner.token()
                        && !p.negative()
                        && p.clause() != null
                        && p.clause().tense() == Tense.INFINITIVE);
    }

    /** May an outer predicate change what the inner ones have said? */
    private boolean overrules(Stage outer, Stage inner, Predicate predicate, Site site) {
        return switch (outer) {
            case BLOCKED -> inner != Stage.DELIVERED || predicate.behind();
            case REQUESTED -> inner != Stage.BLOCKED && inner != Stage.DELIVERED;
            case PLANNED -> inner != Stage.BLOCKED && (inner != Stage.REQUESTED || !isWish(site) && !isVoted(site));
            case ANNOUNCED -> inner == Stage.PLANNED && predicate.is(text, Cue.ANNOUNCE) && isIntent(site);
            case APPROPRIATED -> inner == Stage.ANNOUNCED || inner == Stage.REQUESTED && predicate.is(text, Cue.ENACT);
            case DELIVERED -> inner == Stage.ANNOUNCED && predicate.behind();
        };
    }

    private boolean isVoted(Site site) {
        return site.predicates().stream().anyMatch(p -> English.VOTE.at(tokens, p.token()));
    }

    private boolean isWish(Site site) {
        return site.headIs(text, Cue.WISH) || site.headIs(text, Cue.APPEAL);
    }

    /** "announced plans to", "announced that it intends to" counts as announced. */
    private boolean isIntent(Site site) {
        return site.predicates().stream()
                .anyMatch(p -> English.INTEND.at(tokens, p.token()) || p.isNoun() && p.is(text, Cue.PLAN));
    }

    private @Nullable Stage of(Site site, Predicate p, Roles roles, boolean sale) {
        if (p.isNoun()) {
            return ofNoun(p);
        }
        if (arrivals.isThere(site, p)) {
            return Stage.DELIVERED;
        }
        if (p.is(text, Cue.BLOCK) || blocking.isEnd(p)) {
            return blocking.of(site, p, roles);
        }
        if (agents.isVoteFor(site, p)) {
            return agents.isByCommittee(site, p) ? Stage.REQUESTED : Stage.APPROPRIATED;
        }
        if ((approvals.signsIntoLaw(site, p) || p.is(text, Cue.ENACT)) && !p.negative()) {
            Stage enacted = approvals.enacted(site, p, isBill(site));
            if (enacted != null) {
                return enacted;
            }
        }
        if (p.is(text, Cue.REQUEST) && !isGivenToo(p)) {
            boolean others = p.clause() != null && !p.clause().objects().isEmpty();
            return English.HOPE.at(tokens, p.token()) && !others && isInfinitiveOfGiving(site, p)
                    ? Stage.PLANNED
                    : Stage.REQUESTED;
        }
        if (isStateOfAsking(p)) {
            return Stage.REQUESTED;
        }
        if (isUndecided(p)) {
            return Stage.PLANNED;
        }
        if (p.is(text, Cue.PLAN) && !p.is(text, Cue.PROMISE)) {
            if (p.negative() || isMeantFor(p) || isAimOfMoney(p)) {
                return null;
            }
            return isPlannedBySaying(site, p) ? Stage.ANNOUNCED : Stage.PLANNED;
        }
        if (p.is(text, Cue.APPROVE) || p.is(text, Cue.ENACT) || approvals.isNod(site, p)) {
            return approvals.approved(site, p, roles, sale);
        }
        if (p.is(text, Cue.ANNOUNCE)) {
            if (isUnveiledBill(site, p)) {
                return Stage.REQUESTED;
            }
            if (p.isReal() && English.AUTHORIZE.at(tokens, p.token()) && agents.isByLegislature(site, p)) {
                return agents.isByCommittee(site, p) ? Stage.REQUESTED : Stage.APPROPRIATED;
            }
            boolean acts =
                    English.AUTHORIZE.at(tokens, p.token()) && !site.sentence().title();
            return p.isReal() || acts || isOwnWord(site, p) ? Stage.ANNOUNCED : Stage.PLANNED;
        }
        Stage won = approvals.won(site, p);
        if (won != null) {
            return won;
        }
        if (English.RAISE.at(tokens, p.token()) && isByGiver(site, p, roles)) {
            return giving.promised(p);
        }
        if (p.is(text, Cue.SECURE) || p.is(text, Cue.RECEIVE)) {
            return giving.received(p);
        }
        return giving.given(site, p);
    }

    /** "The package of 68 million aims to": what the money is for. */
    private static boolean isAimOfMoney(Predicate p) {
        return p.clause() != null && p.clause().lemma().equals("aim") && !p.object();
    }

    /** "Of which 9 million is intended for relief": what the money is for, not whether it is given. */
    private boolean isMeantFor(Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && clause.passive()
                && clause.lemma().equals("intend")
                && English.FOR.at(tokens, clause.verbEnd());
    }

    /** "I can announce": saying so is doing it. */
    private boolean isOwnWord(Site site, Predicate p) {
        return p.clause() != null
                && p.clause().lemma().equals("announce")
                && p.clause().subjects().stream()
                        .map(site.clauses().groups()::get)
                        .anyMatch(g -> English.WE.at(tokens, g.head()));
    }

    /** "Senators unveiled a $118bn deal": lawmakers' proposals have not been voted on yet. */
    private boolean isUnveiledBill(Site site, Predicate p) {
        return agents.isByLegislature(site, p) && English.UNVEIL.at(tokens, p.token());
    }

    /** "is in talks for", "are in need of": the complement of the copula is a request. */
    private boolean isStateOfAsking(Predicate p) {
        Clause clause = p.clause();
        return clause != null && clause.lemma().equals("be") && text.is(clause.verbEnd(), Cue.REQUEST);
    }

    /** "has yet to decide whether to give", "will decide if it sends", "will decide next week on". */
    private boolean isUndecided(Predicate p) {
        Clause clause = p.clause();
        return clause != null
                && clause.lemma().equals("decide")
                && (clause.negative() || p.isFuture() || English.WHETHER.at(tokens, clause.verbEnd()));
    }

    private @Nullable Stage ofNoun(Predicate p) {
        if (p.is(text, Cue.INITIAL)) {
            return Stage.ANNOUNCED;
        }
        if (English.APPROPRIATION.at(tokens, p.token())) {
            return Stage.APPROPRIATED;
        }
        if (p.is(text, Cue.BLOCK) && !p.is(text, Cue.AID) && !p.is(text, Cue.PACKAGE)) {
            return Stage.BLOCKED;
        }
        boolean wish = p.is(text, Cue.WISH) && !p.is(text, Cue.PACKAGE) && !p.is(text, Cue.AID);
        if (wish) {
            return Stage.REQUESTED;
        }
        if (p.is(text, Cue.APPEAL)) {
            return Stage.REQUESTED;
        }
        return null;
    }

    /** "promises", "commits": verbs of asking that also give. */
    private boolean isGivenToo(Predicate p) {
        return p.is(text, Cue.PROMISE) || p.is(text, Cue.GIVE) && !p.is(text, Cue.WISH);
    }

    private boolean isInfinitiveOfGiving(Site site, Predicate p) {
        return site.predicates().stream().anyMatch(q -> !q.isNoun() && q.token() > p.token() && q.is(text, Cue.GIVE));
    }

    /** A plan that the donor itself states counts as announced: "said that it intends to send". */
    private boolean isPlannedBySaying(Site site, Predicate p) {
        if (!English.INTEND.at(tokens, p.token())) {
            return false;
        }
        if (p.clause() != null && p.clause().speech() >= 0 && !site.sentence().title()) {
            return true;
        }
        return site.predicates().stream()
                .anyMatch(q -> !q.isNoun() && q.token() < p.token() && q.is(text, Cue.ANNOUNCE) && q.isReal());
    }

    /** "The draft budget sets aside": the word within the subject, or -1. */
    private int draft(Site site) {
        Clause clause = site.clause();
        if (clause == null || clause.passive()) {
            return -1;
        }
        for (int index : clause.subjects()) {
            NounGroup group = site.clauses().groups().get(index);
            for (int token = group.start(); token < group.head(); token++) {
                if (English.PROPOSAL.at(tokens, token) && !site.chain().contains(index)) {
                    return token;
                }
            }
        }
        return -1;
    }

    /** "France would raise its contribution to 100 million": the donor gives more. */
    private boolean isByGiver(Site site, Predicate p, Roles roles) {
        Clause clause = p.clause();
        return clause != null
                && !clause.passive()
                && clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .map(g -> text.actorAt(g.head()))
                        .anyMatch(actor -> actor != null && roles.donorCodes().contains(actor.code()));
    }

    boolean isBill(Site site) {
        return site.headIs(text, Cue.BILL) || site.has(text, Cue.BILL) || site.isFromBill(text);
    }

    /** "The law of April gives", "the request has": the noun of a subject among these words, or -1. */
    private int holder(Site site, Words words) {
        return site.holders().stream()
                .filter(token -> words.at(tokens, token))
                .findFirst()
                .orElse(-1);
    }

    Optional<Told> billNear(Site site) {
        return bills.statusNear(site);
    }
}
