package dev.tranche.print;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text measured in the columns of a terminal, and made safe to show on one. */
public final class Columns {

    private static final String CUT = "…";
    private static final int REPLACEMENT = 0xFFFD;

    private Columns() {}

    /**
     * Returns text as one line that cannot steer a terminal: white space runs become a space, control characters,
     * marks of writing direction and halves of surrogate pairs the replacement character.
     */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = !line.isEmpty();
                continue;
            }
            if (space) {
                line.append(' ');
                space = false;
            }
            line.appendCodePoint(isHarmless(c) ? c : REPLACEMENT);
        }
        return line.toString();
    }

    /** Returns names given by others, such as ids of reports, one after the other and safe to show. */
    public static String names(Collection<String> names) {
        return names.stream().map(Columns::oneLine).collect(Collectors.joining(", "));
    }

    /** Returns text with its line ends and tabs, but without anything else that could steer a terminal. */
    public static String lines(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            // A carriage return alone would let the rest of the line write over its beginning.
            boolean ends = c == '\n' || c == '\t' || (c == '\r' && i < text.length() && text.charAt(i) == '\n');
            safe.appendCodePoint(ends || isHarmless(c) ? c : REPLACEMENT);
        }
        return safe.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> c == 0x200C || c == 0x200D || c == 0xAD;
            default -> true;
        };
    }

    /** Returns how many columns a line without control characters takes. */
    public static int width(String line) {
        return line.codePoints().map(Columns::width).sum();
    }

    /** Returns the line with spaces added to its end up to a width. */
    public static String pad(String line, int width) {
        return line + " ".repeat(Math.max(0, width - width(line)));
    }

    /** Returns the line with spaces added to its beginning up to a width. */
    public static String padLeft(String line, int width) {
        return " ".repeat(Math.max(0, width - width(line))) + line;
    }

    /** Returns the line, cut with an ellipsis where it is wider than allowed. */
    public static String cut(String line, int width) {
        if (width(line) <= width) {
            return line;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            used += width(c);
            if (used > width) {
                break;
            }
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.toString().stripTrailing() + CUT;
    }

    /** Ideographs, kana, Hangul and emoji take two columns; combining marks none. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
