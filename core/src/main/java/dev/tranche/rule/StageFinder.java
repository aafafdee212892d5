package dev.tranche.rule;

import dev.tranche.clause.Grammar;
import dev.tranche.clause.SumPhrase;
import dev.tranche.clause.Verb;
import dev.tranche.clause.VerbChain;
import dev.tranche.fact.Stage;
import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.role.Roles;
import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;
import java.util.Set;

/** Decides how far a sum has come from the verbs that govern it. */
final class StageFinder {

    private static final Set<String> VOTING = Set.of("EU", "WB", "IMF", "EBRD", "EIB", "UN");
    private static final Words SIGN = Words.of("sign signs signed signing");
    private static final Words INTEND = Words.of("intend intends intended intention plan plans planned planning");
    private static final Words STRONG_PLAN = Words.of("expected expects expect considering considers consider mulls"
            + " mulling weighs weighing preparing prepares ready poised set likely eyes eyeing could may might looking"
            + " look contemplates contemplating contemplate hopes hope aims aim upcoming forthcoming discuss discussing"
            + " drafting draft potential readying readies about due");
    private static final Words PROSPECT = Words.of("to will would could may might");
    private static final Words ADVERB = Words.of("also soon formally officially later then today now likely");
    private static final Words HOLDS = Words.of("includes include including carries carry contains contain with has"
            + " provides provide gives holds earmarks containing carrying");
    private static final Words SOURCE = Words.of("media report reports source sources official officials reuters ap");
    private static final Words LAW = Words.of("law");
    private static final Words WANT = Words.of("want wants wanted");
    private static final Words WORKS = Words.of("works");
    private static final Words ALLOTS =
            Words.of("allocate allocates allocated provide provides provided authorize authorizes authorized authorise"
                    + " authorised greenlights greenlit approve approves approved");
    private static final Words PASSED = Words.of("passes passed approves approved clears cleared signed signs");
    private static final Words NOUN = Words.of("appropriation appropriations passage passing pass");
    private static final Words UNTIL = Words.of("if unless until before once should must to");
    private static final Words VOTE = Words.of("vote votes voted voting");

    private final MarkedText text;
    private final Tokens tokens;

    StageFinder(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    Stage find(SumPhrase phrase, VerbChain chain, Roles roles) {
        boolean bill = phrase.has(text, Cue.BILL);
        if (isBlocked(phrase, chain)) {
            return Stage.BLOCKED;
        }
        if (isEnacted(phrase, chain, roles, bill)) {
            return Stage.APPROPRIATED;
        }
        if (isRequested(phrase, chain, bill)) {
            return Stage.REQUESTED;
        }
        if (isLeft(phrase)) {
            return Stage.APPROPRIATED;
        }
        if (isPlanned(phrase, chain) || isHedgedTitle(phrase)) {
            return Stage.PLANNED;
        }
        if (isDelivered(chain)) {
            return Stage.DELIVERED;
        }
        return Stage.ANNOUNCED;
    }

    /** "$5bn left to draw on", "$3.8 billion in drawdown authority is left", "the remaining $2bn". */
    private boolean isLeft(SumPhrase phrase) {
        if (Grammar.LEFT.at(tokens, phrase.sum().end())) {
            return true;
        }
        for (int token = phrase.end(); token < Math.min(phrase.sentence().end(), phrase.end() + 5); token++) {
            if (Grammar.LEFT.at(tokens, token) && (Grammar.BE.at(tokens, token - 1) || token == phrase.end())) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlocked(SumPhrase phrase, VerbChain chain) {
        for (Verb verb : chain.left()) {
            if (verb.is(text, Cue.REQUEST) || verb.is(text, Cue.ANNOUNCE)) {
                return false;
            }
            if (verb.is(text, Cue.BLOCK)) {
                return !isNegated(verb.token());
            }
        }
        boolean right = chain.right().stream().anyMatch(v -> v.is(text, Cue.BLOCK));
        int before = phrase.sum().end();
        boolean stolen = SumPhrase.any(text, before, phrase.end(), Cue.BLOCK) && text.is(before + 1, Cue.BLOCK);
        return right || stolen;
    }

    private boolean isEnacted(SumPhrase phrase, VerbChain chain, Roles roles, boolean bill) {
        for (Verb verb : chain.left()) {
            if (isOutlook(verb)) {
                return false;
            }
            boolean enacts = verb.is(text, Cue.ENACT)
                    || ALLOTS.at(tokens, verb.token()) && isLegislatureNear(verb.token())
                    || SIGN.at(tokens, verb.token()) && bill
                    || verb.is(text, Cue.APPROVE) && isVoted(verb, phrase, roles);
            if (enacts) {
                return !isProspective(verb.token()) && !hasOuterPlan(chain, verb);
            }
        }
        if (bill || isHeldByBill(phrase)) {
            return billIsEnacted(phrase);
        }
        return chain.right().stream()
                .anyMatch(v -> (v.is(text, Cue.ENACT) && !isAttributive(v.token())
                                || v.is(text, Cue.APPROVE) && byLegislature(v)
                                || isLegislature(v.token() - 1)
                                || isLegislature(v.token() - 2))
                        && !isProspective(v.token())
                        && !isNegated(v.token()));
    }

    /** Was the bill that holds the sum passed, by the sum's own sentence or the one before it? */
    private boolean billIsEnacted(SumPhrase phrase) {
        int here = text.sentenceIndex(phrase.start());
        boolean law = false;
        for (int token = phrase.sentence().start(); token < phrase.start(); token++) {
            law |= LAW.at(tokens, token);
        }
        if (law || enacts(phrase.sentence())) {
            return true;
        }
        return here > 0
                && !hasOutlook(phrase.sentence())
                && enacts(text.sentences().get(here - 1));
    }

    private boolean enacts(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            boolean passed = PASSED.at(tokens, token) || text.is(token, Cue.ENACT) && !NOUN.at(tokens, token);
            boolean vote = VOTE.at(tokens, token);
            if (passed && !vote && !isProspective(token) && !isNegated(token) && !isOutlookBefore(sentence, token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutlookBefore(Sentence sentence, int passed) {
        for (int token = passed - 1; token >= Math.max(sentence.start(), passed - 6); token--) {
            if (STRONG_PLAN.at(tokens, token) || UNTIL.at(tokens, token) || text.is(token, Cue.REQUEST)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasOutlook(Sentence sentence) {
        for (int token = sentence.start(); token < sentence.end(); token++) {
            if (STRONG_PLAN.at(tokens, token) || UNTIL.at(tokens, token)) {
                return true;
            }
        }
        return false;
    }

    /** "the recently passed supplemental": a participle before its noun says nothing of the sum. */
    private boolean isAttributive(int token) {
        int next = token + 1;
        return text.is(next, Cue.BILL) || text.is(next + 1, Cue.BILL);
    }

    /** Does a legislature approve, pass or provide what the verbs govern? */
    boolean isVotedByLegislature(VerbChain chain) {
        return chain.left().stream()
                .anyMatch(v -> (ALLOTS.at(tokens, v.token()) || v.is(text, Cue.ENACT)) && isLegislatureNear(v.token()));
    }

    private boolean isLegislatureNear(int verb) {
        for (int token = verb - 1; token >= Math.max(0, verb - 3); token--) {
            if (isLegislature(token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLegislature(int token) {
        ActorMention actor = text.actorAt(token);
        return text.is(token, Cue.LEGISLATURE) || actor != null && actor.kind().equals("parliament");
    }

    private boolean isOutlook(Verb verb) {
        return verb.is(text, Cue.REQUEST) && !verb.is(text, Cue.ENACT) && !VOTE.at(tokens, verb.token());
    }

    private boolean hasOuterPlan(VerbChain chain, Verb inner) {
        return chain.left().stream()
                .anyMatch(v -> v.token() < inner.token()
                        && (STRONG_PLAN.at(tokens, v.token()) || v.is(text, Cue.REQUEST))
                        && inner.token() - v.token() < 8);
    }

    private boolean isVoted(Verb verb, SumPhrase phrase, Roles roles) {
        if (roles.donors().size() == 1 && VOTING.contains(roles.donors().get(0))) {
            return !Grammar.INSIDE.at(tokens, verb.token() + 1);
        }
        for (int token = verb.token() - 1; token >= phrase.sentence().start(); token--) {
            if (isLegislature(token)) {
                return true;
            }
            if (text.actorAt(token) != null) {
                return false;
            }
        }
        return false;
    }

    private boolean byLegislature(Verb verb) {
        for (int token = verb.token() + 1; token < Math.min(tokens.size(), verb.token() + 6); token++) {
            if (isLegislature(token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRequested(SumPhrase phrase, VerbChain chain, boolean bill) {
        if (isHeldByBill(phrase)) {
            return true;
        }
        for (Verb verb : chain.left()) {
            boolean wantsToGive = WANT.at(tokens, verb.token())
                    && Grammar.TO.at(tokens, verb.token() + 1)
                    && text.is(verb.token() + 2, Cue.GIVE);
            if (wantsToGive) {
                return false;
            }
            if (verb.is(text, Cue.REQUEST)) {
                return true;
            }
            if (verb.is(text, Cue.ANNOUNCE) && !bill) {
                return false;
            }
        }
        if (phrase.has(text, Cue.REQUEST)) {
            return true;
        }
        boolean right = chain.right().stream().anyMatch(v -> v.is(text, Cue.REQUEST));
        return right || bill && !chain.has(text, Cue.DELIVER);
    }

    /** "a spending bill that carries $44.9 billion", "Spending Bill Includes Nearly $50 Billion". */
    private boolean isHeldByBill(SumPhrase phrase) {
        int limit = Math.max(phrase.sentence().start(), phrase.start() - 8);
        boolean holds = false;
        for (int token = phrase.start() - 1; token >= limit; token--) {
            holds |= HOLDS.at(tokens, token);
            if (holds && (text.is(token, Cue.BILL) || LAW.at(tokens, token))) {
                return true;
            }
        }
        return false;
    }

    /** Does a title hand its claim to a source at its end: "US to send $1.8bn: media"? */
    boolean isHedgedTitle(SumPhrase phrase) {
        int end = phrase.sentence().end();
        if (!phrase.sentence().title()) {
            return false;
        }
        for (int token = end - 1; token >= Math.max(phrase.end(), end - 4); token--) {
            if (tokens.isSign(token, ':') || tokens.isSign(token, '-') || tokens.isSign(token, '\u2013')) {
                return SOURCE.at(tokens, token + 1) || SOURCE.at(tokens, token + 2);
            }
        }
        return false;
    }

    private boolean isPlanned(SumPhrase phrase, VerbChain chain) {
        for (Verb verb : chain.left()) {
            if (STRONG_PLAN.at(tokens, verb.token()) && verb.is(text, Cue.PLAN)) {
                return !isNegated(verb.token());
            }
            if (WANT.at(tokens, verb.token())) {
                return true;
            }
            if (INTEND.at(tokens, verb.token())) {
                return !isSaid(phrase, verb);
            }
            boolean announces = verb.is(text, Cue.ANNOUNCE);
            if (announces && isProspective(verb.token())) {
                return true;
            }
            if (announces) {
                return false;
            }
            if (Grammar.MAY.at(tokens, verb.token() - 1)) {
                return true;
            }
        }
        return chain.right().stream()
                .anyMatch(v -> STRONG_PLAN.at(tokens, v.token())
                        || WORKS.at(tokens, v.token() + 2)
                        || v.is(text, Cue.ANNOUNCE) && isProspective(v.token())
                        || Grammar.MAY.at(tokens, v.token() - 2) && v.passive());
    }

    /** "will announce", "would be unveiled", "EU to announce" — but not "used the trip to announce". */
    private boolean isProspective(int token) {
        int before = token - 1;
        while (Grammar.BE.at(tokens, before) || ADVERB.at(tokens, before)) {
            before--;
        }
        if (Grammar.TO.at(tokens, before)) {
            boolean headline = text.actorAt(before - 1) != null;
            return headline
                    || Grammar.BE.at(tokens, before - 1)
                    || text.is(before - 1, Cue.PLAN)
                    || text.is(before - 2, Cue.PLAN);
        }
        return PROSPECT.at(tokens, before);
    }

    /** A plan that the giver itself states counts as announced. */
    private boolean isSaid(SumPhrase phrase, Verb plan) {
        for (int token = plan.token() - 1; token >= phrase.sentence().start(); token--) {
            if (text.is(token, Cue.SAY) || text.is(token, Cue.ANNOUNCE)) {
                return !isProspective(token);
            }
        }
        return false;
    }

    private boolean isDelivered(VerbChain chain) {
        if (chain.left().isEmpty()) {
            return chain.right().stream().anyMatch(v -> v.is(text, Cue.DELIVER) && v.passive());
        }
        Verb nearest = chain.left().get(0);
        return nearest.is(text, Cue.DELIVER) && !isProspective(nearest.token());
    }

    private boolean isNegated(int token) {
        return Grammar.NOT.at(tokens, token - 1) || Grammar.NOT.at(tokens, token - 2);
    }
}
