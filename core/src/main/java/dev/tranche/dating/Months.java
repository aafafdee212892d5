package dev.tranche.dating;

import dev.tranche.text.Tokens;

/** English names of months and their abbreviations, written with a capital: "may" in lower case is a verb. */
public final class Months {

    private Months() {}

    /** Returns the number of the month at a token, from 1; 0 for another word or no token. */
    public static int at(Tokens tokens, int token) {
        int code = DateWords.code(tokens, token);
        boolean month = code != 0 && DateWords.kind(code) == DateWords.Kind.MONTH && tokens.isCapital(token);
        return month ? DateWords.value(code) : 0;
    }
}
