package dev.tranche.text;

/**
 * UTF-8 that was decoded as Windows-1252: the euro sign as three characters that begin with a circumflexed a.
 *
 * <p>Only pairs and triples are distinguished from real text: the lead characters of Latin letters and symbols, and of
 * punctuation and currency signs, each with a result found in newspapers.
 */
final class Mojibake {

    /** The Windows-1252 characters for the bytes 0x80 to 0x9F; a blank where it is undefined. */
    private static final String HIGH_CONTROLS =
            "\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
                    + " \u017d  \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178";

    private static final int CONTINUATION = 0x80;
    private static final int SIX_BITS = 0x3f;

    private Mojibake() {}

    /** Returns the number of characters at the offset that are one wrongly decoded character; 0 for real text. */
    static int lengthAt(String text, int at) {
        char lead = text.charAt(at);
        if (lead == '\u00c2' || lead == '\u00c3') {
            return isPair(text, at) ? 2 : 0;
        }
        return lead == '\u00e2' && isTriple(text, at) ? 3 : 0;
    }

    /** Returns the character represented by those at the offset. */
    static char mended(String text, int at, int length) {
        int second = continuation(text, at + 1) & SIX_BITS;
        return length == 2
                ? (char) ((text.charAt(at) & 0x1f) << 6 | second)
                : (char) ((text.charAt(at) & 0x0f) << 12 | second << 6 | continuation(text, at + 2) & SIX_BITS);
    }

    /** A closing quotation mark or dash after a capital letter is punctuation. */
    private static boolean isPair(String text, int at) {
        int second = continuation(text, at + 1);
        if (second < CONTINUATION) {
            return false;
        }
        boolean punctuation = text.charAt(at + 1) >= '\u2010' && text.charAt(at + 1) <= '\u203a';
        return text.charAt(at) == '\u00c2' ? second >= 0xa0 : !punctuation;
    }

    private static boolean isTriple(String text, int at) {
        if (continuation(text, at + 1) < CONTINUATION || continuation(text, at + 2) < CONTINUATION) {
            return false;
        }
        char mended = mended(text, at, 3);
        return mended >= '\u2010' && mended <= '\u203a'
                || mended >= '\u20a0' && mended <= '\u20bf'
                || mended == '\u2122';
    }

    /** Returns the byte that the character was decoded from, if it is a continuation byte; else 0. */
    private static int continuation(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        char c = text.charAt(at);
        if (c >= CONTINUATION && c < 0xc0) {
            return c;
        }
        int high = c > 0xff ? HIGH_CONTROLS.indexOf(c) : -1;
        return high < 0 ? 0 : CONTINUATION + high;
    }
}
