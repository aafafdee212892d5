package dev.tranche.clause;

import dev.tranche.lexicon.Cue;
import dev.tranche.mention.MarkedText;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds the verbs that govern a sum by walking outward from its noun group to the ends of the clause. */
public final class VerbFinder {

    private static final Cue[] VERBS = {
        Cue.GIVE, Cue.DELIVER, Cue.RECEIVE, Cue.ANNOUNCE, Cue.APPROVE, Cue.ENACT, Cue.REQUEST, Cue.PLAN, Cue.BLOCK
    };
    private static final int LEFT_REACH = 30;
    private static final int RIGHT_REACH = 16;
    private static final int MOST = 4;
    private static final Words ARTICLE = Words.of("a an the its their his her our this that another new latest");
    private static final Words ADJECTIVAL = Words.of("much badly desperately urgently long recently newly");
    private static final Words AS_WELL = Words.of("well part");
    private static final Words NOUN_AFTER = Words.of("of to for from worth in by");

    private final MarkedText text;
    private final Tokens tokens;

    /** Builds a finder over one marked text. */
    public VerbFinder(MarkedText text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /** Returns the verbs that govern the sum of a noun group, each side nearest first. */
    public VerbChain around(SumPhrase phrase) {
        return new VerbChain(left(phrase), right(phrase));
    }

    private List<Verb> left(SumPhrase phrase) {
        List<Verb> verbs = new ArrayList<>();
        int limit = Math.max(phrase.sentence().start(), phrase.start() - LEFT_REACH);
        int from = phrase.start() - 1;
        while (from > limit && (Grammar.FILLER.at(tokens, from) || tokens.isSign(from, '-'))) {
            from--;
        }
        for (int token = from; token >= limit && verbs.size() < MOST; token--) {
            if (isHardStop(token)) {
                break;
            }
            boolean softStop = Grammar.BUT.at(tokens, token) && !isAsWell(token)
                    || Grammar.RELATIVE.at(tokens, token)
                    || tokens.isSign(token, ',') && startsClause(token + 1);
            if (softStop && !verbs.isEmpty() && !isSpeechThat(token)) {
                break;
            }
            if (isVerb(token)) {
                verbs.add(new Verb(token, false, false));
            }
        }
        return verbs;
    }

    private List<Verb> right(SumPhrase phrase) {
        List<Verb> verbs = new ArrayList<>();
        int limit = Math.min(phrase.sentence().end(), phrase.end() + RIGHT_REACH);
        boolean direct = true;
        for (int token = phrase.end(); token < limit && verbs.size() < 2; token++) {
            if (isHardStop(token) || Grammar.BUT.at(tokens, token) || tokens.isSign(token, ',')) {
                break;
            }
            if (isVerb(token) && !isNominal(token) && !Grammar.TO.at(tokens, token - 1)) {
                boolean passive = Grammar.BE.at(tokens, token - 1)
                        || direct
                        || Grammar.BE.at(tokens, token - 2)
                        || Grammar.HAVE.at(tokens, token - 1);
                verbs.add(new Verb(token, passive, true));
            }
            direct &= !Grammar.CONJUNCTION.at(tokens, token);
        }
        return verbs;
    }

    private boolean isVerb(int token) {
        if (ADJECTIVAL.at(tokens, token - 1) || tokens.isSign(Math.max(0, token - 1), '-')) {
            return false;
        }
        for (Cue cue : VERBS) {
            if (text.is(token, cue)) {
                return !isNominal(token) || text.is(token, Cue.REQUEST) || text.is(token, Cue.PLAN);
            }
        }
        return false;
    }

    /** Is a word that may be a verb used as a noun: "the pledge", "US aid", "a grant of"? */
    private boolean isNominal(int token) {
        boolean alsoNoun = text.is(token, Cue.AID)
                || text.is(token, Cue.MONEY)
                || text.is(token, Cue.LOAN)
                || text.is(token, Cue.PACKAGE)
                || text.is(token, Cue.BILL);
        int before = token - 1;
        boolean afterArticle = ARTICLE.at(tokens, before) || before >= 0 && tokens.kind(before) == TokenKind.GENITIVE;
        if (afterArticle) {
            return true;
        }
        boolean afterAdjective = text.is(before, Cue.MILITARY)
                || text.is(before, Cue.FINANCIAL)
                || text.is(before, Cue.HUMANITARIAN)
                || Grammar.MORE.at(tokens, before)
                || Grammar.INSIDE.at(tokens, before);
        return alsoNoun && (afterAdjective || NOUN_AFTER.at(tokens, token + 1) && text.actorAt(before) == null);
    }

    private boolean isHardStop(int token) {
        return tokens.isSign(token, ';') || tokens.isSign(token, '\u2014') || tokens.isSign(token, '|');
    }

    /** "that" and commas inside reported speech go on with the clause: "said that they will send". */
    private boolean isSpeechThat(int token) {
        for (int before = token - 1; before >= Math.max(0, token - 4); before--) {
            if (text.is(before, Cue.SAY)
                    || text.is(before, Cue.ANNOUNCE)
                    || text.is(before, Cue.REQUEST)
                    || text.is(before, Cue.PLAN)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAsWell(int token) {
        return AS_WELL.at(tokens, token - 1) || AS_WELL.at(tokens, token + 1);
    }

    private boolean startsClause(int token) {
        return Grammar.PRONOUN.at(tokens, token) || Grammar.BUT.at(tokens, token);
    }
}
