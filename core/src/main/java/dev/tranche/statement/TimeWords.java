package dev.tranche.statement;

import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Time words that may come between a verb and what belongs to it: "on Tuesday", "late last week". */
public final class TimeWords {

    private TimeWords() {}

    /** Is the token part of a time expression? */
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
