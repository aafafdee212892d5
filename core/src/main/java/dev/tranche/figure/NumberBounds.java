package dev.tranche.figure;

import dev.tranche.mention.Bound;
import dev.tranche.mention.Words;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Reads the words before a number that bound it: "more than", "at least", "up to", "some". */
final class NumberBounds {

    private static final Words ABOUT =
            Words.of("about around approximately some roughly nearly almost estimated circa an");
    private static final Words OVER = Words.of("over above exceeding");
    private static final Words THAN = Words.of("than");
    private static final Words FEWER = Words.of("fewer less");
    private static final Words LIMIT = Words.of("more at least up to");
    private static final Words LEAST = Words.of("least most");
    private static final Words OF_LIMIT = Words.of("of");
    private static final Words MINIMUM = Words.of("minimum");
    private static final Words AT = Words.of("at");

    private final Tokens tokens;

    NumberBounds(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the first of the words that bound the number, else the number. */
    int opening(int token) {
        int first = token;
        while (first > 0
                && token - first < 3
                && (ABOUT.at(tokens, first - 1)
                        || OVER.at(tokens, first - 1)
                        || THAN.at(tokens, first - 1)
                        || FEWER.at(tokens, first - 1)
                        || LIMIT.at(tokens, first - 1) && (!AT.at(tokens, first - 1) || LEAST.at(tokens, first)))) {
            first--;
        }
        return first;
    }

    /** Returns how the number at the token is bounded. */
    Bound of(int token) {
        int at = token - 1;
        if (at >= 0 && tokens.kind(at) == TokenKind.QUOTE) {
            at--;
        }
        if (THAN.at(tokens, at)) {
            return FEWER.at(tokens, at - 1) ? Bound.AT_MOST : Bound.AT_LEAST;
        }
        boolean minimum = OF_LIMIT.at(tokens, at) && MINIMUM.at(tokens, at - 1);
        if (OVER.at(tokens, at) || minimum) {
            return Bound.AT_LEAST;
        }
        boolean least =
                tokens.isWord(Math.max(0, at)) && at > 0 && tokens.string(at).equals("least");
        if (least) {
            return Bound.AT_LEAST;
        }
        boolean up = at > 0
                && tokens.isWord(at - 1)
                && tokens.string(at).equals("to")
                && tokens.string(at - 1).equalsIgnoreCase("up");
        if (up) {
            return Bound.AT_MOST;
        }
        boolean vague = ABOUT.at(tokens, at)
                || at >= 0 && tokens.isWord(at) && tokens.string(at).equals("a");
        return vague ? Bound.ABOUT : Bound.EXACTLY;
    }
}
