package dev.tranche.mention;

/**
 * A quick look over a text's characters that tells whether a sum of money may stand in it.
 *
 * <p>A text without a money sign, a magnitude word after a number or a currency code holds none; most news leaves
 * here, so that the speed of a stream is the speed of this scan.
 */
public final class MoneyScan {

    private static final int TABLE_SIZE = 128;
    private static final boolean[] OF_INTEREST = new boolean[TABLE_SIZE];

    static {
        for (char c : "$0123456789mMbBtT".toCharArray()) {
            OF_INTEREST[c] = true;
        }
    }

    private MoneyScan() {}

    /** May the text hold a sum of money? A false answer is certain, a true one is not. */
    public static boolean mayHoldSum(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c < TABLE_SIZE ? OF_INTEREST[c] && fits(text, at, c) : isMoneySign(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String text, int at, char c) {
        if (c == '$') {
            return true;
        }
        if (c <= '9') {
            return isMagnitudeAfter(text, at + 1);
        }
        boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return wordStart && isLongMagnitude(text, at, c);
    }

    private static boolean isMagnitudeAfter(String text, int after) {
        int at = after;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
            at++;
        }
        if (at >= text.length() || at - after > 1) {
            return false;
        }
        char c = text.charAt(at);
        if (c == ',' || c == '.') {
            return at == after && text.startsWith("000", at + 1);
        }
        if (at == after && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)))) {
            return "mMbBkK".indexOf(c) >= 0;
        }
        return switch (c | 0x20) {
            case 'm' ->
                starts(text, at, "million")
                        || starts(text, at, "mln")
                        || starts(text, at, "mn")
                        || starts(text, at, "mil");
            case 'b' -> starts(text, at, "billion") || starts(text, at, "bn") || starts(text, at, "bln");
            case 't' -> starts(text, at, "trillion") || starts(text, at, "tn") || starts(text, at, "thousand");
            default -> false;
        };
    }

    private static boolean isLongMagnitude(String text, int at, char c) {
        return switch (c | 0x20) {
            case 'm' -> starts(text, at, "million");
            case 'b' -> starts(text, at, "billion");
            case 't' -> starts(text, at, "trillion");
            default -> false;
        };
    }

    private static boolean starts(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isMoneySign(char c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
