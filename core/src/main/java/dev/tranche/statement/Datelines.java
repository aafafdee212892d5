package dev.tranche.statement;

import dev.tranche.text.Sentence;
import dev.tranche.text.Tokens;

/** The place, day and agency before the first words of a report: "KYIV, June 3 (Harbour Wire) - ". */
final class Datelines {

    private static final int LONGEST = 16;

    private final Tokens tokens;

    Datelines(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns where the sentence's own words start. */
    int end(Sentence sentence) {
        int first = sentence.start();
        boolean place = sentence.paragraphStart()
                && tokens.isWord(first)
                && tokens.isUpper(first)
                && tokens.end(first) - tokens.start(first) > 2;
        int limit = Math.min(sentence.end() - 1, first + LONGEST);
        for (int token = first + 1; place && token < limit; token++) {
            boolean dash =
                    tokens.isSign(token, '-') || tokens.isSign(token, '\u2013') || tokens.isSign(token, '\u2014');
            if (dash && tokens.start(token) > tokens.end(token - 1)) {
                return token + 1;
            }
        }
        return first;
    }
}
