package dev.tranche.dating;

import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** Reads a count of units, in words or in up to four digits. */
final class Counts {

    private static final int MOST_CHARACTERS = 5;
    private static final int MOST_DIGITS = 4;

    private Counts() {}

    /** Returns the count at a token; 0 if there is none. */
    static int at(Tokens tokens, int token) {
        if (token < 0 || token >= tokens.size()) {
            return 0;
        }
        int code = DateWords.code(tokens, token);
        if (code != 0) {
            return DateWords.kind(code) == DateWords.Kind.NUMBER ? DateWords.value(code) : 0;
        }
        if (tokens.kind(token) != TokenKind.NUMBER || tokens.end(token) - tokens.start(token) > MOST_CHARACTERS) {
            return 0;
        }
        String digits = tokens.string(token).replace(",", "");
        boolean whole = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? Integer.parseInt(digits) : 0;
    }
}
