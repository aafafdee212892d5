package dev.tranche.clause;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.ActorMention;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.SumMention;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Finds the noun group around a sum by walking outward over words that may stand inside one. */
public final class PhraseFinder {

    private static final int REACH = 16;
    private static final int LEFT_REACH = 12;
    private static final Cue[] NOUNS = {
        Cue.AID,
        Cue.PACKAGE,
        Cue.MONEY,
        Cue.LOAN,
        Cue.BILL,
        Cue.WEAPON,
        Cue.MILITARY,
        Cue.FINANCIAL,
        Cue.HUMANITARIAN,
        Cue.MIXED,
        Cue.NOT_AID,
        Cue.PRIVATE,
        Cue.DOMESTIC
    };
    private static final Cue[] VERBS = {
        Cue.GIVE, Cue.DELIVER, Cue.RECEIVE, Cue.ANNOUNCE, Cue.APPROVE, Cue.ENACT, Cue.REQUEST, Cue.BLOCK, Cue.SAY
    };

    private final MarkedText text;
    private final Tokens tokens;

    /** Builds a finder over one marked text. */
    public PhraseFinder(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Returns the sum with its noun group, both inside one sentence. */
    public SumPhrase around(SumMention sum) {
        Sentence sentence = text.sentenceOf(sum.start());
        return new SumPhrase(sum, sentence, left(sum, sentence), right(sum, sentence));
    }

    private int right(SumMention sum, Sentence sentence) {
        int end = sum.end();
        int limit = Math.min(sentence.end(), end + REACH);
        int last = end;
        for (int token = end; token < limit; token++) {
            if (continues(token, sum)) {
                last = isGlue(token) ? last : token + 1;
                continue;
            }
            break;
        }
        return last;
    }

    /** May the token stand inside the group right of the number? */
    private boolean continues(int token, SumMention sum) {
        if (Grammar.INSIDE.at(tokens, token) || isNoun(token)) {
            return true;
        }
        if (isSeparator(token)) {
            return token + 1 < tokens.size() && continuesList(token + 1, sum);
        }
        if (Grammar.PREPOSITION.at(tokens, token) || Grammar.RELATIVE.at(tokens, token)) {
            return false;
        }
        if (tokens.kind(token) == TokenKind.GENITIVE || tokens.kind(token) == TokenKind.QUOTE) {
            return true;
        }
        if (isHyphen(token)) {
            return true;
        }
        ActorMention actor = text.actorAt(token);
        if (actor != null) {
            return isAttribute(actor);
        }
        if (text.is(token, Cue.BLOCK) && Grammar.INSIDE.at(tokens, token - 1)) {
            return true;
        }
        return tokens.isWord(token) && Grammar.FILLER.at(tokens, token) || isPlainAdjective(token);
    }

    /** Does the actor stand before a noun of the group, as in "Ukraine aid", rather than before a verb? */
    private boolean isAttribute(ActorMention actor) {
        int next = actor.end();
        while (next < tokens.size()
                && (isHyphen(next) || tokens.kind(next) == TokenKind.GENITIVE || Grammar.FILLER.at(tokens, next))) {
            next++;
        }
        return next < tokens.size() && (isNoun(next) || text.actorAt(next) != null && next - actor.end() < 2);
    }

    private boolean continuesList(int next, SumMention sum) {
        int token = Grammar.CONJUNCTION.at(tokens, next) ? next + 1 : next;
        boolean sumAhead = tokens.kind(Math.min(token, tokens.size() - 1)) == TokenKind.NUMBER;
        return !sumAhead && token < tokens.size() && isNoun(token) && token > sum.end();
    }

    private boolean isSeparator(int token) {
        return tokens.isSign(token, ',') || tokens.isSign(token, '/') || Grammar.CONJUNCTION.at(tokens, token);
    }

    private boolean isGlue(int token) {
        return Grammar.INSIDE.at(tokens, token)
                || isSeparator(token)
                || tokens.kind(token) == TokenKind.QUOTE
                || isHyphen(token);
    }

    private boolean isHyphen(int token) {
        return tokens.isSign(token, '-') && token > 0 && tokens.start(token) == tokens.end(token - 1);
    }

    private boolean isNoun(int token) {
        for (Cue cue : NOUNS) {
            if (text.is(token, cue)) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerb(int token) {
        for (Cue cue : VERBS) {
            if (text.is(token, cue)) {
                return true;
            }
        }
        return false;
    }

    /** A word without any cue directly before a noun: "short-range air defence". */
    private boolean isPlainAdjective(int token) {
        if (!tokens.isWord(token)
                || isVerb(token)
                || Grammar.BE.at(tokens, token)
                || Grammar.HAVE.at(tokens, token)
                || Grammar.FUTURE.at(tokens, token)
                || Grammar.BUT.at(tokens, token)
                || Grammar.PRONOUN.at(tokens, token)) {
            return false;
        }
        int next = token + 1;
        while (next < tokens.size() && isHyphen(next)) {
            next++;
        }
        if (next >= tokens.size() || !tokens.isWord(next)) {
            return false;
        }
        boolean stop = Grammar.PREPOSITION.at(tokens, next) || Grammar.RELATIVE.at(tokens, next);
        return !stop
                && (isNoun(next)
                        || isNoun(Math.min(tokens.size() - 1, next + 1)) && tokens.isWord(next) && !isVerb(next));
    }

    private int left(SumMention sum, Sentence sentence) {
        int at = sum.outerStart() - 1;
        int limit = Math.max(sentence.start(), sum.outerStart() - LEFT_REACH);
        boolean linked = false;
        while (at >= limit
                && (Grammar.FILLER.at(tokens, at) || Grammar.LINK.at(tokens, at) || tokens.isSign(at, ','))) {
            linked |= Grammar.LINK.at(tokens, at);
            if (tokens.isSign(at, ',') && !linked) {
                break;
            }
            at--;
        }
        if (!linked || at < limit) {
            return adjectives(sum, sentence);
        }
        int first = sum.outerStart();
        boolean noun = false;
        while (at >= limit) {
            ActorMention actor = text.actorAt(at);
            if (actor != null) {
                first = at;
                at = actor.start() - 1;
                continue;
            }
            boolean nounHere = isNoun(at);
            boolean inside = nounHere
                    || Grammar.FILLER.at(tokens, at)
                    || Grammar.CONJUNCTION.at(tokens, at)
                    || tokens.kind(at) == TokenKind.GENITIVE
                    || isHyphen(at)
                    || noun && (Grammar.TOWARD.at(tokens, at) || Grammar.INSIDE.at(tokens, at))
                    || Grammar.TOWARD.at(tokens, at) && text.actorAt(at + 1) != null;
            if (!inside || nounHere && isVerb(at) && !isNounHere(at)) {
                break;
            }
            noun |= nounHere;
            first = nounHere ? at : first;
            at--;
        }
        return noun ? first : adjectives(sum, sentence);
    }

    /** A word that is a noun or a verb is a noun after an article, adjective, actor or genitive. */
    private boolean isNounHere(int token) {
        int before = token - 1;
        return before >= 0
                && (Grammar.FILLER.at(tokens, before)
                        || text.actorAt(before) != null
                        || tokens.kind(before) == TokenKind.GENITIVE
                        || isNoun(before));
    }

    /** Actors and adjectives that stand straight before the number: "Biden's $33 billion", "a new US $1bn". */
    private int adjectives(SumMention sum, Sentence sentence) {
        int at = sum.outerStart() - 1;
        while (at >= sentence.start() && Grammar.FILLER.at(tokens, at)) {
            at--;
        }
        boolean genitive = at >= sentence.start() && tokens.kind(at) == TokenKind.GENITIVE;
        ActorMention actor = text.actorAt(genitive ? at - 1 : at);
        return genitive && actor != null ? actor.start() : sum.outerStart();
    }
}
