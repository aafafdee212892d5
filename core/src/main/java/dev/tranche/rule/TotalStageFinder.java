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

/** Decides how far that has come which a running total sums. */
final class TotalStageFinder {

    private final MarkedText text;
    private final StageFinder stages;

    TotalStageFinder(MarkedText text, StageFinder stages) {
        this.text = text;
        this.stages = stages;
    }

    Stage find(SumPhrase phrase, VerbChain chain) {
        if (chain.hasLeft(text, Cue.ENACT) || chain.hasRight(text, Cue.ENACT)) {
            return Stage.APPROPRIATED;
        }
        for (int token = phrase.sum().start() - 1; token > phrase.sentence().start(); token--) {
            if (BRINGING.at(text.tokens(), token) && Grammar.WOULD.at(text.tokens(), token - 1)) {
                return Stage.REQUESTED;
            }
        }
        if (approvedByLegislature(phrase) || stages.isVotedByLegislature(chain)) {
            return Stage.APPROPRIATED;
        }
        for (int token = phrase.end(); token < Math.min(phrase.sentence().end(), phrase.end() + 5); token++) {
            boolean given = GIVEN.at(text.tokens(), token) && Grammar.HAVE.at(text.tokens(), token - 1);
            if (given || SENT.at(text.tokens(), token)) {
                return Stage.DELIVERED;
            }
        }
        for (Verb verb : chain.left()) {
            if (verb.is(text, Cue.DELIVER)) {
                return Stage.DELIVERED;
            }
            if (verb.is(text, Cue.GIVE) || verb.is(text, Cue.ANNOUNCE)) {
                return Stage.ANNOUNCED;
            }
        }
        return kindIsTracked(phrase) ? Stage.DELIVERED : Stage.ANNOUNCED;
    }

    private boolean approvedByLegislature(SumPhrase phrase) {
        for (int token = phrase.sentence().start(); token < phrase.sum().start(); token++) {
            ActorMention actor = text.actorAt(token);
            boolean house = actor != null && actor.kind().equals("parliament") || text.is(token, Cue.LEGISLATURE);
            if (house && Grammar.FROM.at(text.tokens(), token - 1) && text.is(token - 2, Cue.APPROVE)) {
                return true;
            }
        }
        return false;
    }

    private static final Words BRINGING = Words.of("bring take push raise lift");
    private static final Words SENT = Words.of("sent delivered spent");
    private static final Words GIVEN = Words.of("given provided supplied received");

    private boolean kindIsTracked(SumPhrase phrase) {
        for (int token = phrase.start() - 1; token >= Math.max(0, phrase.start() - 5); token--) {
            if (text.is(token, Cue.TOTAL)
                    && Words.of("track tracking audit audits auditing").at(text.tokens(), token)) {
                return true;
            }
        }
        return false;
    }
}
