package dev.tranche.statement;

import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Decides from its form whether a quotation is speech, a title or a heading. */
final class QuoteShape {

    private final Tokens tokens;

    QuoteShape(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Is the whole sentence a quotation that ends like a sentence? */
    boolean isWhole(Sentence sentence, int first, int end) {
        int last = end - 1;
        while (last > first && tokens.kind(last) == TokenKind.QUOTE) {
            last--;
        }
        boolean closed = tokens.isSign(last, '.') || tokens.isSign(last, '!') || tokens.isSign(last, '?');
        return closed && first == sentence.start();
    }

    /** A quotation in which all longer words are capitalised is a title. */
    boolean isTitle(int first, int end) {
        int longer = 0;
        for (int token = first; token < end; token++) {
            if (tokens.isWord(token) && tokens.end(token) - tokens.start(token) > 3) {
                if (!tokens.isCapital(token)) {
                    return false;
                }
                longer++;
            }
        }
        return longer > 1;
    }

    /** A short line consisting only of a quotation without a full stop is a heading. */
    boolean isHeading(Sentence sentence, int first, int end) {
        boolean alone = first == sentence.start() && end == sentence.end() && sentence.paragraphStart();
        int last = end - 1;
        while (last > first && tokens.kind(last) == TokenKind.QUOTE) {
            last--;
        }
        return alone && tokens.isWord(last) && end - first < 14;
    }
}
