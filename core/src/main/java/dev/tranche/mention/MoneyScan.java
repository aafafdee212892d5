package dev.tranche.mention;

/**
 * A quick look over a text's characters that shows whether it may contain a sum of money.
 *
 * <p>A text without a money sign, a scale word after a number, a long number or a short scale beside a currency holds
 * none; most news is discarded here, so the speed of this scan is the speed of a stream.
 */
public final class MoneyScan {

    private static final int TABLE_SIZE = 128;
    private static final int LEAST_DIGITS = 5;
    private static final int GROUP = 3;
    private static final boolean[] OF_INTEREST = new boolean[TABLE_SIZE];

    /** Words that begin a scale, in the order of their first letters; longer forms begin with them. */
    private static final String[] SCALES = {
        "million",
        "mln",
        "mn",
        "mil",
        "mio",
        "mld",
        "mrd",
        "billion",
        "bn",
        "bln",
        "bil",
        "trillion",
        "tn",
        "trn",
        "tln",
        "tsd",
        "thousand",
        "hundred",
        "crore",
        "cr",
        "lakh",
        "lac"
    };

    /** Scales that may follow a number in words. */
    private static final String[] LONG_SCALES = {
        "million", "billion", "trillion", "milliard", "crore", "lakh", "hundred"
    };

    /** Short scales that may follow a number in words: "two bn". */
    private static final String[] SHORT_SCALES = {
        "mn", "mln", "mio", "mld", "mrd", "bn", "bln", "bil", "mil", "tn", "trn", "tln", "cr", "lac"
    };

    static {
        for (char c : "$&0123456789mMbBtTcClLhHk".toCharArray()) {
            OF_INTEREST[c] = true;
        }
    }

    private MoneyScan() {}

    /**
     * May the text hold a sum of money? False means that it does not, unless in thousands written in words
     * ("thirty thousand euros"), which is skipped on purpose: "thirty thousand people" is everyday.
     */
    public static boolean mayHoldSum(String text) {
        int length = text.length();
        int at = 0;
        char before = ' ';
        while (at < length) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                int end = numberEnd(text, at);
                if (end < 0) {
                    return true;
                }
                before = c;
                at = end;
                continue;
            }
            // Most letters follow a lower-case letter, and no word begins there.
            boolean inside = isSmall(before) && isLetter(c);
            if (!inside && (c < TABLE_SIZE ? OF_INTEREST[c] && fits(text, at, c, before) : isMoneySign(c))) {
                return true;
            }
            before = c;
            at++;
        }
        return false;
    }

    private static boolean fits(String text, int at, char c, char before) {
        if (c == '$') {
            return true;
        }
        if (c == '&') {
            return starts(text, at, "&euro") || starts(text, at, "&pound") || starts(text, at, "&#");
        }
        return !Character.isLetterOrDigit(before)
                && (isLongScale(text, at, c) || isShortScale(text, at, c) || isScaledCode(text, at));
    }

    private static boolean isShortScale(String text, int at, char c) {
        for (String word : SHORT_SCALES) {
            int end = at + word.length();
            boolean fits = word.charAt(0) == (c | ' ') && starts(text, at, word);
            if (fits && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return isSmall((char) (c | ' '));
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isLongScale(String text, int at, char c) {
        for (String word : LONG_SCALES) {
            if (word.charAt(0) == (c | ' ') && starts(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    /** "MEUR 50": a letter for a scale, then three capitals. */
    private static boolean isScaledCode(String text, int at) {
        int end = at + 1;
        if (end < text.length() && isSmall(text.charAt(end))) {
            return false;
        }
        while (end < text.length() && Character.isUpperCase(text.charAt(end))) {
            end++;
        }
        return end - at == GROUP + 1
                && end + 1 < text.length()
                && (Character.isDigit(text.charAt(end + 1)) || starts(text, end + 1, "half"));
    }

    /** "EURm 50", "EURbn 2": capitals, then a scale, then the number. */
    private static boolean followsScale(String text, int start) {
        if (start < GROUP + 1 || text.charAt(start - 1) != ' ' || !Character.isLowerCase(text.charAt(start - 2))) {
            return false;
        }
        return Character.isUpperCase(text.charAt(start - 3)) || Character.isUpperCase(text.charAt(start - 4));
    }

    /** Returns the offset after a number, or -1 when it may be a sum: long, or before a scale. */
    private static int numberEnd(String text, int start) {
        int digits = 0;
        int at = start;
        int end = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
                at++;
                end = at;
            } else if (at == end && isGroupSign(c) && isGroup(text, at + 1)) {
                at++;
            } else {
                break;
            }
        }
        if (digits >= LEAST_DIGITS || isScaleAfter(text, end) || followsScale(text, start)) {
            return -1;
        }
        return end;
    }

    private static boolean isGroupSign(char c) {
        return c == ',' || c == '.' || c == ' ' || c == '\'' || c == '\u2019' || c > 127 && Character.isSpaceChar(c);
    }

    private static boolean isGroup(String text, int at) {
        if (at + GROUP > text.length()) {
            return false;
        }
        for (int i = at; i < at + GROUP; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isScaleAfter(String text, int after) {
        int at = after;
        while (at < text.length() && at - after < 2 && isJoint(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (at == after || at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1))) {
            boolean alone = at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1));
            if (alone && "mMbBkKtT".indexOf(c) >= 0) {
                return true;
            }
        }
        // "50 MEUR", "40 M€": a capital scale joined to its currency.
        if ((c == 'M' || c == 'k') && at + 1 < text.length() && Character.isUpperCase(text.charAt(at + 1))) {
            return true;
        }
        if (c > 127) {
            return c == '\u00bd' || c == '\u00bc' || c == '\u00be' || c == '\u00ad';
        }
        return isOneOf(SCALES, text, at) || Character.isUpperCase(c) && isCodeThenScale(text, at);
    }

    /** "125 USD million": three capitals between the number and its scale. */
    private static boolean isCodeThenScale(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isUpperCase(text.charAt(end))) {
            end++;
        }
        return end - at == GROUP && end + 1 < text.length() && isOneOf(SCALES, text, end + 1);
    }

    private static boolean isJoint(char c) {
        return c == ' ' || c == '-' || c == '\n' || c == '+' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
    }

    private static boolean isOneOf(String[] words, String text, int at) {
        for (String word : words) {
            if (starts(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isMoneySign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL
                || c == '\u00ad'
                || c == '\u00e2'
                || c == '\u00bd'
                || c == '\u00bc'
                || c == '\u00be';
    }
}
