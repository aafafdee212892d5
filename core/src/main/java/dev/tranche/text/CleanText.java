package dev.tranche.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text in the form in which its words are recognised, with an alignment back to the original text.
 *
 * <p>Letters with loose accents are composed (NFC), ligatures and full-width forms are decomposed, soft hyphens and
 * zero-width characters are left out, entities are resolved, tags are replaced by what they display as, and UTF-8 that
 * was once decoded as Windows-1252 is repaired. Most texts need none of this and are kept unchanged.
 */
final class CleanText {

    /** The most characters of a tag, brackets included; anything longer is text. */
    private static final int MAX_TAG = 1_000;

    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Tags of running text; they display as nothing. Any other name in angle brackets is text. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "ins", "mark", "q", "s", "small", "span",
            "strong", "time", "u");

    private static final Set<String> BLOCKS = Set.of(
            "article",
            "aside",
            "blockquote",
            "div",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "ol",
            "p",
            "section",
            "table",
            "ul");

    private final String text;
    private final String clean;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    private CleanText(String text, String clean, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.clean = clean;
        this.starts = starts;
        this.ends = ends;
    }

    /** Cleans a text. */
    static CleanText of(String text) {
        return needsCleaning(text) ? new Cleaner(text).run() : new CleanText(text, text, null, null);
    }

    /** Returns the text in which words are recognised. */
    String clean() {
        return clean;
    }

    /** Is it identical to the original text? */
    boolean isUnchanged() {
        return starts == null;
    }

    /** Returns the offset in the original text of the character at an offset of the clean text. */
    int start(int offset) {
        return starts == null ? offset : offset == starts.length ? text.length() : starts[offset];
    }

    /** Returns the end in the original text of a range that ends at this offset of the clean text; above 0. */
    int end(int offset) {
        return ends == null ? offset : ends[offset - 1];
    }

    private static boolean needsCleaning(String text) {
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char c = text.charAt(at);
            if (c < 128 ? (c == '&' || c == '<') && opens(text, at, c) : isOdd(text, at, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opens(String text, int at, char c) {
        return c == '&' ? Entities.endOf(text, at) > 0 : tagEnd(text, at) > 0;
    }

    private static boolean isOdd(String text, int at, char c) {
        if (c < 0x300) {
            return c == '\u00ad' || Mojibake.lengthAt(text, at) > 0;
        }
        return isLoose(c) || isWidthless(c) || isCompatible(c);
    }

    /** An accent that follows its letter. */
    private static boolean isLoose(char c) {
        return c >= 0x300 && c < 0x370;
    }

    /** Soft hyphens and joiners occur inside words; zero-width spaces and byte order marks between them. */
    private static boolean isWidthless(char c) {
        return c == '\u00ad' || c == '\u200c' || c == '\u200d' || c == '\u2060';
    }

    /** Ligatures and full-width forms. */
    private static boolean isCompatible(char c) {
        return c >= '\ufb00' && c <= '\ufb06' || c >= '\uff01' && c <= '\uff5e';
    }

    /** Returns the offset after a tag that opens here, 0 if none does. */
    private static int tagEnd(String text, int at) {
        if (text.startsWith("<!--", at)) {
            int end = text.indexOf("-->", at + 4);
            return end < 0 ? 0 : end + 3;
        }
        int end = at + 1;
        int limit = Math.min(text.length(), at + MAX_TAG);
        while (end < limit && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        boolean closed = end < limit && text.charAt(end) == '>';
        return closed && shownAs(tagName(text, at)) != null ? end + 1 : 0;
    }

    private static String tagName(String text, int at) {
        int start = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        boolean whole = end < text.length() && " />\n\t\r".indexOf(text.charAt(end)) >= 0;
        return whole ? text.substring(start, end).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '1' && c <= '6';
    }

    /** What a tag displays as; null for an unknown name. A footnote's mark is kept apart from the number before it. */
    private static @Nullable String shownAs(String name) {
        if (INLINE.contains(name)) {
            return "";
        }
        if (BLOCKS.contains(name)) {
            return "\n\n";
        }
        return switch (name) {
            case "br", "tr" -> "\n";
            case "td", "th", "sub", "sup" -> " ";
            default -> null;
        };
    }

    /** Builds the clean text from left to right. */
    private static final class Cleaner {

        private final String text;
        private final StringBuilder clean;
        private int[] starts;
        private int[] ends;

        Cleaner(String text) {
            this.text = text;
            this.clean = new StringBuilder(text.length() + 16);
            this.starts = new int[text.length() + 16];
            this.ends = new int[text.length() + 16];
        }

        CleanText run() {
            int at = 0;
            while (at < text.length()) {
                at = step(at);
            }
            return new CleanText(
                    text, clean.toString(), Arrays.copyOf(starts, clean.length()), Arrays.copyOf(ends, clean.length()));
        }

        private int step(int at) {
            char c = text.charAt(at);
            if (c == '&') {
                int end = Entities.endOf(text, at);
                if (end > 0) {
                    addAll(Entities.value(text, at, end), at, end);
                    return end;
                }
            } else if (c == '<') {
                int end = tagEnd(text, at);
                if (end > 0) {
                    String shown = text.startsWith("<!--", at) ? "" : shownAs(tagName(text, at));
                    addAll(shown == null ? "" : shown, at, end);
                    return end;
                }
            } else if (c >= 128) {
                return beyondAscii(at, c);
            }
            add(c, at, at + 1);
            return at + 1;
        }

        private int beyondAscii(int at, char c) {
            int broken = Mojibake.lengthAt(text, at);
            if (broken > 0) {
                add(Mojibake.mended(text, at, broken), at, at + broken);
                return at + broken;
            }
            if (isWidthless(c)) {
                // Nothing replaces it; the words around it become one.
                return at + 1;
            }
            if (isCompatible(c)) {
                addAll(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC), at, at + 1);
                return at + 1;
            }
            if (isLoose(c) && !clean.isEmpty()) {
                compose(c, at);
                return at + 1;
            }
            add(c, at, at + 1);
            return at + 1;
        }

        /** A mark joins the character before it when Unicode has the two as one. */
        private void compose(char mark, int at) {
            int last = clean.length() - 1;
            String both = Normalizer.normalize("" + clean.charAt(last) + mark, Normalizer.Form.NFC);
            if (both.length() == 1) {
                clean.setCharAt(last, both.charAt(0));
                ends[last] = at + 1;
                return;
            }
            add(mark, at, at + 1);
        }

        private void addAll(String shown, int start, int end) {
            for (int i = 0; i < shown.length(); i++) {
                add(shown.charAt(i), start, end);
            }
        }

        private void add(char c, int start, int end) {
            int size = clean.length();
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            starts[size] = start;
            ends[size] = end;
            clean.append(c == NO_BREAK_SPACE ? ' ' : c);
        }
    }
}
