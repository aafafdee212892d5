package dev.tranche.dating;

import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;

/** The digits and punctuation of a text, token by token. */
final class Figures {

    private static final int FIRST_YEAR = 1000;
    static final int LAST_DAY = 31;
    /** The last year that four digits are read as. */
    static final int LAST_YEAR = 2099;

    private static final int PIVOT = 50;

    private final Tokens tokens;

    Figures(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the number that a token of at most four digits writes, else -1. */
    int number(int token) {
        if (token < 0 || token >= tokens.size() || tokens.kind(token) != TokenKind.NUMBER) {
            return -1;
        }
        int start = tokens.start(token);
        int length = tokens.end(token) - start;
        return length > 4 ? -1 : digits(start, length);
    }

    /** Returns the number that some characters write, else -1. */
    int digits(int start, int length) {
        int value = 0;
        for (int i = start; i < start + length; i++) {
            char c = tokens.text().charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    /** Nothing follows the last token: a text may end in the middle of a date. */
    int length(int token) {
        return token < 0 || token >= tokens.size() ? 0 : tokens.end(token) - tokens.start(token);
    }

    /** Returns the year that a four-digit token writes, else -1. */
    int year(int token) {
        int value = number(token);
        return value >= FIRST_YEAR && value <= LAST_YEAR && length(token) == 4 ? value : -1;
    }

    /** Returns the day of a month that a token of at most two digits writes, else -1. */
    int day(int token) {
        int value = number(token);
        return value >= 1 && value <= LAST_DAY && length(token) <= 2 ? value : -1;
    }

    /** Returns the character of a punctuation token, a blank for everything else. */
    char signAt(int token) {
        boolean single = token >= 0 && token < tokens.size() && length(token) == 1 && !tokens.isWord(token);
        return single ? tokens.text().charAt(tokens.start(token)) : ' ';
    }

    /** Returns the year written by two or four digits: two-digit years below 50 are in this century. */
    static int fullYear(int written, int length) {
        if (length == 4) {
            return written;
        }
        return written < PIVOT ? 2000 + written : 1900 + written;
    }
}
