package dev.tranche.text;

import java.text.Normalizer;
import java.util.Map;

/**
 * Entities of HTML that reach running text: a no-break space by its name, a currency sign by its number, and those that
 * were escaped twice.
 *
 * <p>Letters with accents are built from the names of their parts; the others are in a table.
 */
final class Entities {

    private static final int MAX_NAME = 10;
    private static final String ESCAPED = "amp;";

    private static final Map<String, Character> NAMED = Map.ofEntries(
            Map.entry("nbsp", ' '),
            Map.entry("ensp", ' '),
            Map.entry("emsp", ' '),
            Map.entry("thinsp", ' '),
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("lsquo", '\u2018'),
            Map.entry("rsquo", '\u2019'),
            Map.entry("sbquo", '\u201a'),
            Map.entry("ldquo", '\u201c'),
            Map.entry("rdquo", '\u201d'),
            Map.entry("bdquo", '\u201e'),
            Map.entry("laquo", '\u00ab'),
            Map.entry("raquo", '\u00bb'),
            Map.entry("ndash", '\u2013'),
            Map.entry("mdash", '\u2014'),
            Map.entry("hellip", '\u2026'),
            Map.entry("bull", '\u2022'),
            Map.entry("middot", '\u00b7'),
            Map.entry("shy", '\u00ad'),
            Map.entry("euro", '\u20ac'),
            Map.entry("pound", '\u00a3'),
            Map.entry("yen", '\u00a5'),
            Map.entry("cent", '\u00a2'),
            Map.entry("dollar", '$'),
            Map.entry("frac12", '\u00bd'),
            Map.entry("frac14", '\u00bc'),
            Map.entry("frac34", '\u00be'),
            Map.entry("oslash", '\u00f8'),
            Map.entry("Oslash", '\u00d8'),
            Map.entry("aelig", '\u00e6'),
            Map.entry("AElig", '\u00c6'),
            Map.entry("szlig", '\u00df'),
            Map.entry("eth", '\u00f0'),
            Map.entry("thorn", '\u00fe'));

    private static final Map<String, Character> ACCENTS = Map.of(
            "grave", '\u0300',
            "acute", '\u0301',
            "circ", '\u0302',
            "tilde", '\u0303',
            "uml", '\u0308',
            "ring", '\u030a',
            "cedil", '\u0327',
            "caron", '\u030c');

    private Entities() {}

    /** Returns the offset after an entity that starts at an ampersand; 0 for a plain ampersand. */
    static int endOf(String text, int at) {
        int name = nameStart(text, at);
        int end = name;
        while (end < text.length() && end - name <= MAX_NAME && isNamePart(text.charAt(end), end == name)) {
            end++;
        }
        boolean closed = end > name && end < text.length() && text.charAt(end) == ';';
        if (closed && !resolve(text.substring(name, end)).isEmpty()) {
            return end + 1;
        }
        // "AT&amp;T": an escaped ampersand with no entity after it.
        return name > at + 1 ? name : 0;
    }

    /** Returns what the entity between two offsets stands for; empty for a zero-width one. */
    static String value(String text, int at, int end) {
        int name = nameStart(text, at);
        String value = name >= end ? "&" : resolve(text.substring(name, end - 1));
        return value.equals("\u00ad") || value.equals("\u200b") ? "" : value;
    }

    /** Skips the ampersands of a text that was escaped several times. */
    private static int nameStart(String text, int at) {
        int name = at + 1;
        while (text.startsWith(ESCAPED, name)) {
            name += ESCAPED.length();
        }
        return name;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || (first ? c == '#' : c >= '0' && c <= '9');
    }

    private static String resolve(String name) {
        if (name.charAt(0) == '#') {
            return numeric(name);
        }
        Character named = NAMED.get(name);
        if (named != null) {
            return named.toString();
        }
        Character accent = name.length() > 2 ? ACCENTS.get(name.substring(1)) : null;
        String letter = accent == null ? "" : Normalizer.normalize("" + name.charAt(0) + accent, Normalizer.Form.NFC);
        return letter.length() == 1 ? letter : "";
    }

    private static String numeric(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        if (digits.isEmpty() || digits.length() > 6) {
            return "";
        }
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return "";
            }
            code = code * (hex ? 16 : 10) + digit;
        }
        boolean shown = code >= ' ' && code <= Character.MAX_CODE_POINT && (code < 0xd800 || code > 0xdfff);
        return shown ? code == 0xa0 ? " " : Character.toString(code) : "";
    }
}
