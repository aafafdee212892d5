package dev.tranche.statement;

import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Words of time that may stand between a verb and what belongs to it: "on Tuesday", "late last week". */
public final class TimeWords {

    private TimeWords() {}

    /** Is the token part of an expression of time? */
    public static boolean at(Tokens tokens, int token) {
        return Grammar.TIME.at(tokens, token)
                || Grammar.ADVERB.at(tokens, token)
                || Grammar.TIME_PREPOSITION.at(tokens, token) && Grammar.TIME.at(tokens, token + 1)
                || token >= 0
                        && token < tokens.size()
                        && tokens.kind(token) == TokenKind.NUMBER
                        && Grammar.TIME.at(tokens, token - 1);
    }
}
