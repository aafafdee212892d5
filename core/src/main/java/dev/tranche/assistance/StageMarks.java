package dev.tranche.assistance;

import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.syntax.Clause;
import dev.tranche.syntax.Modality;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Finds the words beside a sum that give its stage without being its verb: "stalled", "left", "proposed". */
final class StageMarks {

    private static final Words STILL = Words.of("still");
    private static final Words DECISION = Words.of("decision approval vote");

    private final MarkedText text;
    private final Tokens tokens;

    StageMarks(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** "the proposed €50bn package", "a stalled $6.5bn bailout". */
    StageRules.@Nullable Told adjective(Site site) {
        for (int token = site.start(); token < site.end(); token++) {
            if (token >= site.sum().start() && token < site.sum().end()
                    || site.heads().contains(token)) {
                continue;
            }
            if (text.is(token, Cue.HALTED)) {
                return new StageRules.Told(Stage.BLOCKED, token);
            }
            if (text.is(token, Cue.PROPOSED)) {
                return new StageRules.Told(Stage.REQUESTED, token);
            }
            if (text.is(token, Cue.PLANNED) && !site.has(text, Cue.SALE)) {
                return new StageRules.Told(Stage.PLANNED, token);
            }
        }
        return null;
    }

    boolean isLeft(Site site) {
        int end = site.sum().end();
        if (text.is(end, Cue.LEFT) || mayStillGive(site)) {
            return true;
        }
        for (int token = end; token < Math.min(site.reach(), end + 4); token++) {
            if (English.STILL.at(tokens, token) && English.AVAILABLE.at(tokens, token + 1)) {
                return true;
            }
        }
        for (int token = site.end(); token < Math.min(site.reach(), site.end() + 5); token++) {
            if (text.is(token, Cue.LEFT) && (English.BE.at(tokens, token - 1) || token == site.end())) {
                return true;
            }
        }
        return false;
    }

    /** "Can still send 5 billion": what a donor may give but has not yet given. */
    private boolean mayStillGive(Site site) {
        return site.verb()
                .map(Predicate::clause)
                .filter(clause -> clause.modality() == Modality.POSSIBLE)
                .filter(clause -> {
                    for (int token = clause.verbStart(); token < clause.verb(); token++) {
                        if (English.STILL.at(tokens, token)) {
                            return true;
                        }
                    }
                    return false;
                })
                .isPresent();
    }

    /** "Remains conditional on reforms": not given before something else happens, or -1. */
    int conditional(Site site) {
        for (int token = site.end(); token < site.reach(); token++) {
            boolean state = English.BE.at(tokens, token - 1) || English.REMAIN.at(tokens, token - 1);
            if (state && English.CONDITIONAL.at(tokens, token)) {
                return token;
            }
        }
        return -1;
    }

    /** "has been stuck", "remains stalled", "was put on hold": the word after the sum, or -1. */
    int halted(Site site) {
        int limit = Math.min(site.sentence().end(), site.reach() + 1);
        for (int token = site.end(); token < limit; token++) {
            boolean state = English.BE.at(tokens, token - 1) || English.REMAIN.at(tokens, token - 1);
            boolean hold = English.ON.at(tokens, token) && English.HOLD.at(tokens, token + 1);
            if (hold || state && text.is(token, Cue.HALTED)) {
                return hold ? token + 1 : token;
            }
        }
        return -1;
    }

    /** "An accounting error frees $6 billion": funds available because less was given than counted, or -1. */
    int valuationError(Site site) {
        for (int token = site.sentence().start() + 1; token < site.sentence().end(); token++) {
            if (English.ERROR.at(tokens, token) && English.VALUATION.at(tokens, token - 1)) {
                return token;
            }
        }
        return -1;
    }

    /** "The Senate-approved package", "a House-passed bill": the vote behind a sum, or -1. */
    int chamberVote(Site site) {
        for (int token = site.start(); token < site.end(); token++) {
            boolean passed = text.is(token, Cue.ENACT) || text.is(token, Cue.APPROVE);
            if (passed && text.tokens().isSign(token - 1, '-') && text.is(token - 2, Cue.LEGISLATURE)) {
                return token;
            }
        }
        return -1;
    }

    /** "There is still 4 million": money that may yet be used. */
    boolean isStillThere(Site site) {
        Clause clause = site.clause();
        return clause != null
                && clause.lemma().equals("be")
                && (STILL.at(text.tokens(), clause.verbEnd()) || STILL.at(text.tokens(), clause.verb() - 1));
    }

    /** "The board's decision is the first": what the next sentence says of the gift, or -1. */
    int decisionBehind(Site site) {
        int next = site.index() + 1;
        if (next >= text.sentences().size()) {
            return -1;
        }
        int start = text.sentences().get(next).start();
        for (int token = start; token <= start + 1; token++) {
            if (English.BOARD.at(tokens, token)
                    && tokens.kind(token + 1) == TokenKind.GENITIVE
                    && DECISION.at(tokens, token + 2)) {
                return token + 2;
            }
        }
        return -1;
    }

    /** "After a board vote", "after its board's approval": the vote that releases the money, or -1. */
    int boardVote(Site site) {
        for (int token = site.sentence().start(); token < site.sentence().end() - 1; token++) {
            boolean board = English.BOARD.at(tokens, token)
                    && Site.any(text, token + 1, Math.min(site.sentence().end(), token + 3), Cue.APPROVE);
            boolean vote = English.BOARD.at(tokens, token) && English.VOTE.at(tokens, token + 1);
            boolean after = English.UPON.at(tokens, token - 1) || English.UPON.at(tokens, token - 2);
            if ((board || vote) && after) {
                return token + 1;
            }
        }
        return -1;
    }

    /** "The executive board completed the review, giving access to": the vote that releases the money, or -1. */
    int boardReview(Site site) {
        for (Clause clause : site.clauses().all()) {
            boolean done = clause.verb() >= 0
                    && clause.modality() == Modality.REAL
                    && !clause.negative()
                    && clause.lemma().equals("complete");
            boolean board = done
                    && clause.subjects().stream()
                            .map(site.clauses().groups()::get)
                            .anyMatch(g -> English.BOARD.at(tokens, g.head()) || English.BOARD.at(tokens, g.end() - 1));
            if (board) {
                return clause.verb();
            }
        }
        return -1;
    }

    /** Does a title attribute its claim to a source at its end: "Spain to pay $300m: media"? */
    boolean isHedgedTitle(Site site) {
        int end = site.sentence().end();
        if (!site.sentence().title()) {
            return false;
        }
        for (int token = end - 1; token >= Math.max(site.end(), end - 4); token--) {
            if (tokens.isSign(token, ':') || tokens.isSign(token, '-') || tokens.isSign(token, '\u2013')) {
                return text.is(token + 1, Cue.SOURCE) || text.is(token + 2, Cue.SOURCE);
            }
        }
        return false;
    }
}
