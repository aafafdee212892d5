package dev.tranche.mention;

import dev.tranche.text.Tokens;

/** Finds the words that bound a number: "up to", "nearly", "more than … or more". */
final class Bounds {

    private static final int REACH = 6;

    private static final Words ABOUT =
            Words.of("about nearly almost some roughly around approximately approx circa estimated near approaching");
    private static final Words OVER = Words.of("over exceeding exceeds exceed exceeded tops topped topping surpass"
            + " surpasses surpassed surpassing above");
    private static final Words UNDER = Words.of("under below upto");
    private static final Words SKIPPED = Words.of("a an the another additional further extra new record whopping"
            + " staggering massive total sum of worth fresh initial estimated separate second first third aggregate"
            + " combined value amount");
    private static final Words MORE = Words.of("more");
    private static final Words LESS = Words.of("less fewer");
    private static final Words THAN = Words.of("than");
    private static final Words AT = Words.of("at");
    private static final Words LEAST = Words.of("least");
    private static final Words MOST = Words.of("most");
    private static final Words UP = Words.of("up");
    private static final Words TO = Words.of("to");
    private static final Words AS = Words.of("as");
    private static final Words MUCH = Words.of("much many");
    private static final Words EXCESS = Words.of("excess upwards north minimum");
    private static final Words CLOSE = Words.of("close");
    private static final Words MAXIMUM = Words.of("maximum");
    private static final Words NOT = Words.of("no not");
    private static final Words OF = Words.of("of");
    private static final Words OR = Words.of("or");
    private static final Words SO = Words.of("so thereabouts");
    private static final Words EXCEED = Words.of("exceed");
    private static final Words WORTH = Words.of("worth");

    private final Tokens tokens;

    Bounds(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the bound that the words before and after a number state, and where the words before start. */
    Found around(int start, int end, boolean plus) {
        Found before = before(start);
        if (before.bound != Bound.EXACTLY) {
            return before;
        }
        if (plus) {
            return new Found(Bound.AT_LEAST, start);
        }
        if (OR.at(tokens, end) && MORE.at(tokens, end + 1)) {
            return new Found(Bound.AT_LEAST, start);
        }
        if (OR.at(tokens, end) && SO.at(tokens, end + 1)) {
            return new Found(Bound.ABOUT, start);
        }
        return before;
    }

    private Found before(int start) {
        int at = start - 1;
        int limit = Math.max(0, start - REACH);
        while (at >= limit) {
            if (tokens.isSign(at, '~')) {
                return new Found(Bound.ABOUT, at);
            }
            Found here = endingAt(at);
            if (here != null) {
                return here;
            }
            if (!SKIPPED.at(tokens, at)) {
                break;
            }
            at--;
        }
        return new Found(Bound.EXACTLY, start);
    }

    private @org.jspecify.annotations.Nullable Found endingAt(int at) {
        if (THAN.at(tokens, at)) {
            boolean negated = NOT.at(tokens, at - 2);
            if (MORE.at(tokens, at - 1)) {
                return negated ? new Found(Bound.AT_MOST, at - 2) : new Found(Bound.AT_LEAST, at - 1);
            }
            if (LESS.at(tokens, at - 1)) {
                return negated ? new Found(Bound.AT_LEAST, at - 2) : new Found(Bound.AT_MOST, at - 1);
            }
        }
        if (TO.at(tokens, at) && UP.at(tokens, at - 1)) {
            return new Found(Bound.AT_MOST, at - 1);
        }
        if (TO.at(tokens, at) && CLOSE.at(tokens, at - 1)) {
            return new Found(Bound.ABOUT, at - 1);
        }
        if (EXCEED.at(tokens, at) && TO.at(tokens, at - 1) && NOT.at(tokens, at - 2)) {
            return new Found(Bound.AT_MOST, at - 2);
        }
        if (AS.at(tokens, at) && MUCH.at(tokens, at - 1)) {
            return new Found(Bound.AT_MOST, at - 1);
        }
        if (LEAST.at(tokens, at) && AT.at(tokens, at - 1)) {
            return new Found(Bound.AT_LEAST, at - 1);
        }
        if (MOST.at(tokens, at) && AT.at(tokens, at - 1)) {
            return new Found(Bound.AT_MOST, at - 1);
        }
        if (OF.at(tokens, at) && EXCESS.at(tokens, at - 1)) {
            return new Found(Bound.AT_LEAST, at - 1);
        }
        if (OF.at(tokens, at) && MAXIMUM.at(tokens, at - 1)) {
            return new Found(Bound.AT_MOST, at - 1);
        }
        if (ABOUT.at(tokens, at)) {
            return new Found(Bound.ABOUT, at);
        }
        if (OVER.at(tokens, at) && !WORTH.at(tokens, at)) {
            return new Found(Bound.AT_LEAST, at);
        }
        return UNDER.at(tokens, at) ? new Found(Bound.AT_MOST, at) : null;
    }

    record Found(Bound bound, int start) {}
}
