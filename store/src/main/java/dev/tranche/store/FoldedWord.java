package dev.tranche.store;

import dev.tranche.text.Folding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text as the search sees it: letters and digits, lower case, without diacritics.
 *
 * <p>Folded words are stored in either database, so that both find the same reports.
 *
 * @param folded its letters and digits
 * @param start where it starts in the text, in UTF-16 units
 * @param end where it ends
 */
record FoldedWord(String folded, int start, int end) {

    /** Beyond are scripts whose letters have no separable marks, or none that a search ignores. */
    private static final int TABLE_SIZE = 0x2000;

    private static final char[] TABLE = table();

    static List<FoldedWord> of(String text) {
        List<FoldedWord> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                start = word.isEmpty() ? at : start;
                word.appendCodePoint(fold(c));
            } else if (!isMark(c) && !word.isEmpty()) {
                words.add(new FoldedWord(word.toString(), start, at));
                word.setLength(0);
            }
            at = next;
        }
        if (!word.isEmpty()) {
            words.add(new FoldedWord(word.toString(), start, at));
        }
        return words;
    }

    /** Returns the words of a text with a space between them, truncated to a length. */
    static String text(String text, int mostLength) {
        StringBuilder joined = new StringBuilder(Math.min(text.length(), mostLength));
        for (FoldedWord word : of(text)) {
            if (joined.length() + word.folded.length() >= mostLength) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(word.folded);
        }
        return joined.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static int fold(int c) {
        return c < TABLE_SIZE ? TABLE[c] : Character.toLowerCase(c);
    }

    private static char[] table() {
        char[] table = new char[TABLE_SIZE];
        for (char c = 0; c < TABLE_SIZE; c++) {
            String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            table[c] = Folding.fold(bare.charAt(0));
        }
        return table;
    }
}
