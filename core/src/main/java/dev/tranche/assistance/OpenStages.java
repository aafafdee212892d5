package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Modality;
import dev.tranche.syntax.NounGroup;
import dev.tranche.syntax.Tense;
import dev.tranche.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Decides the stage of sums that wait for something: a signature, a review, the end of talks.
 *
 * <p>It is asked only where no predicate of the sum gives more than an announcement.
 */
final class OpenStages {

    private static final Words SETTLE = Words.of("announced unveiled finalised finalized signed approved");
    private static final Words DECLARATION = Words.of("declaration declarations letter letters statement statements");
    private static final Words INTENT = Words.of("intent");
    private static final Words TALKS = Words.of("talks negotiations negotiation discussions");
    private static final Words CLOSE = Words.of("close near nearing closer");
    private static final Words DEAL = Words.of("agreement agreements deal deals agreeing accord pact");
    private static final Words RUNNING = Words.of("existing current ongoing");
    private static final Words PAYMENT =
            Words.of("payment payout disbursement tranche instalment installment money loan");
    private static final Words THE = Words.of("the");
    private static final Words UNDER = Words.of("under");
    private static final Words WORKS = Words.of("works pipeline preparation making offing");
    private static final Words REVIEW = Words.of("consideration discussion preparation review negotiation");
    private static final Words DUE = Words.of("due pending imminent");
    private static final Words IS = Words.of("is are");
    private static final Words READY = Words.of("due");
    private static final Words CAN = Words.of("can");
    private static final int NEAR = 3;

    private final MarkedText text;
    private final Tokens tokens;
    private final SiteFinder sites;

    OpenStages(MarkedText text, SiteFinder sites) {
        this.text = text;
        this.tokens = text.tokens();
        this.sites = sites;
    }

    /** Returns what the sum waits for, or null. */
    StageRules.@Nullable Told find(Site site, boolean lender) {
        if (lender) {
            int running = running(site);
            if (running >= 0) {
                return new StageRules.Told(Stage.APPROPRIATED, running);
            }
            int talks = talks(site);
            if (talks >= 0) {
                // Talks on the next tranche of a loan that runs ask for nothing new.
                return new StageRules.Told(isTranche(site) ? Stage.PLANNED : Stage.REQUESTED, talks);
            }
        }
        int ahead = lender ? Math.max(unlocked(site), ahead(site)) : ahead(site);
        return ahead < 0 ? null : new StageRules.Told(Stage.PLANNED, ahead);
    }

    /** "The debt deal unlocks $3 million from the fund": the fund has yet to decide, or -1. */
    private int unlocked(Site site) {
        return site.verb()
                .filter(Predicate::object)
                .map(Predicate::clause)
                .filter(clause -> clause.lemma().equals("unlock"))
                .filter(clause -> clause.subjects().stream()
                        .map(site.clauses().groups()::get)
                        .noneMatch(g -> English.BOARD.at(tokens, g.end() - 1) || text.actorAt(g.head()) != null))
                .map(Clause::verb)
                .orElse(-1);
    }

    /** "The existing $3 billion programme", "the current agreement, a $4bn deal": a loan that is running, or -1. */
    private int running(Site site) {
        for (int token = site.start(); token < site.sum().outerStart(); token++) {
            if (RUNNING.at(tokens, token)) {
                return token;
            }
        }
        int before = site.start() - 1;
        if (before <= site.sentence().start() || !tokens.isSign(before, ',') || !DEAL.at(tokens, before - 1)) {
            return -1;
        }
        for (int token = before - 2; token >= Math.max(site.sentence().start(), before - NEAR); token--) {
            if (RUNNING.at(tokens, token)) {
                return token;
            }
        }
        return -1;
    }

    /** "In talks over a loan", "close to a deal on a loan": the word before the sum and after any other sum, or -1. */
    private int talks(Site site) {
        for (int token = site.sum().start() - 1; token >= site.sentence().start(); token--) {
            if (text.sumAt(token) != null) {
                return -1;
            }
            boolean close = CLOSE.at(tokens, token) && (deal(token) || text.is(token + 2, Cue.APPROVE));
            if (close || TALKS.at(tokens, token)) {
                return isSettled(site) ? -1 : token;
            }
        }
        return -1;
    }

    private boolean isTranche(Site site) {
        return site.heads().stream().anyMatch(head -> PAYMENT.at(tokens, head) && !text.is(head, Cue.LOAN));
    }

    private boolean deal(int at) {
        for (int token = at + 1; token <= at + NEAR; token++) {
            if (DEAL.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "The talks ended with a loan": a clause that reports the outcome. */
    private boolean isSettled(Site site) {
        return site.predicates().stream()
                .anyMatch(p -> p.clause() != null
                        && p.isReal()
                        && p.clause().tense() != Tense.PARTICIPLE
                        && (p.is(text, Cue.APPROVE)
                                || p.is(text, Cue.ANNOUNCE)
                                || p.is(text, Cue.SECURE)
                                || p.is(text, Cue.GIVE)));
    }

    private int ahead(Site site) {
        Clause own = site.clause();
        // What somebody "can" draw or announce is there.
        if (own != null
                && own.modality() == Modality.POSSIBLE
                && own.speech() < 0
                && isArgument(site, own)
                && !CAN.at(tokens, own.verbStart())) {
            return own.verb();
        }
        for (Predicate predicate : site.predicates()) {
            Clause clause = predicate.clause();
            if (clause == null) {
                continue;
            }
            if (isAvailable(clause) || isDue(site, predicate)) {
                return predicate.token();
            }
        }
        int pending = Math.max(pending(site), working(site));
        if (pending >= 0) {
            return pending;
        }
        int settled = unsettled(site);
        return settled >= 0 ? settled : intent(site);
    }

    /** Not in "drawdowns may go on because of $3 million". */
    private static boolean isArgument(Site site, Clause own) {
        NounGroup group = site.group();
        return group != null
                && (own.objects().contains(group.index()) || own.subjects().contains(group.index()));
    }

    /** "If the review ends well, $3 million will become available". */
    private boolean isAvailable(Clause clause) {
        return clause.lemma().equals("become")
                && clause.modality() != Modality.REAL
                && English.AVAILABLE.at(tokens, clause.verbEnd());
    }

    /** "The tranche should be out within weeks": what should happen to the sum without anybody being asked. */
    private boolean isDue(Site site, Predicate predicate) {
        Clause clause = predicate.clause();
        return clause != null
                && !predicate.object()
                && !clause.passive()
                && clause.modality() == Modality.NECESSARY
                && clause.equals(site.clause())
                && English.SHOULD.at(tokens, clause.verbStart());
    }

    /** "Is in the works", "is due in May", "is under consideration": the word behind the sum, or -1. */
    private int pending(Site site) {
        for (int token = site.end() + 1; token < site.reach(); token++) {
            if (!English.BE.at(tokens, token - 1) && !English.REMAIN.at(tokens, token - 1)) {
                continue;
            }
            int noun = token + (THE.at(tokens, token + 1) ? 2 : 1);
            boolean underway = English.IN.at(tokens, token) && WORKS.at(tokens, noun)
                    || UNDER.at(tokens, token) && REVIEW.at(tokens, noun);
            if (DUE.at(tokens, token) || underway) {
                return token;
            }
        }
        return -1;
    }

    /** "Works on a package of 5 million", "is due to give": the word before the sum, or -1. */
    private int working(Site site) {
        for (Predicate p : site.predicates()) {
            Clause clause = p.clause();
            boolean on = clause != null
                    && clause.lemma().equals("work")
                    && clause.obliques().stream()
                            .anyMatch(oblique -> site.chain().contains(oblique.group())
                                    && English.ON.at(tokens, oblique.preposition()));
            if (on) {
                return p.token();
            }
        }
        Clause own = site.clause();
        if (own != null && own.verb() > 1) {
            int to = own.verb() - 1;
            if (English.TO.at(tokens, to) && READY.at(tokens, to - 1) && IS.at(tokens, to - 2)) {
                return to - 1;
            }
        }
        return -1;
    }

    /** "To be announced on Friday", "which is to be finalised": said behind the sum, or -1. */
    private int unsettled(Site site) {
        for (int token = site.end(); token < site.sentence().end() - 2; token++) {
            if (text.sumAt(token) != null) {
                return -1;
            }
            if (English.TO.at(tokens, token) && English.BE.at(tokens, token + 1) && SETTLE.at(tokens, token + 2)) {
                return token + 2;
            }
        }
        return -1;
    }

    /** "Signed a declaration of intent on a loan": the word, or -1. */
    private int intent(Site site) {
        for (int token = site.start() - 1; token > site.sentence().start() + 1; token--) {
            if (text.sumAt(token) != null) {
                return -1;
            }
            if (INTENT.at(tokens, token) && DECLARATION.at(tokens, token - 2)) {
                return token;
            }
        }
        return -1;
    }

    /** "The payout has been held up": what the next sentence says of the tranche, or null. */
    StageRules.@Nullable Told heldUp(Site site) {
        int next = site.index() + 1;
        if (next >= text.sentences().size() || site.heads().stream().noneMatch(head -> PAYMENT.at(tokens, head))) {
            return null;
        }
        for (Clause clause : sites.clauses(next).all()) {
            boolean halted = clause.verb() >= 0
                    && clause.passive()
                    && !clause.negative()
                    && clause.modality() == Modality.REAL
                    && text.is(clause.verb(), Cue.BLOCK);
            boolean same = halted
                    && clause.subjects().stream()
                            .map(sites.clauses(next).groups()::get)
                            .map(NounGroup::head)
                            .anyMatch(head -> PAYMENT.at(tokens, head));
            if (same) {
                return new StageRules.Told(Stage.BLOCKED, clause.verb());
            }
        }
        return null;
    }
}
