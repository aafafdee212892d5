package dev.tranche.text;

import java.util.Arrays;

/**
 * Splits a text into tokens in one pass over its characters.
 *
 * <pre>
 * token    = word | number | genitive | quote | sign
 * word     = letter { letter | digit | mark }             ; "HIMARS", "M142"
 *          | letter "." letter "." { letter "." }         ; "U.S."; its last full stop belongs to it
 * number   = digit { digit | ("," | "." | "·") digit      ; "1,400.5"
 *          | apostrophe digit digit digit }               ; "1'500'000"
 *          | "." digit { digit }                          ; "$.5", not after a letter or digit
 * genitive = apostrophe [ "s" ]                           ; after a word only: "Ukraine's", "allies'"
 * </pre>
 *
 * <p>Blank and control characters, byte order marks and bidirectional controls separate tokens and belong to none.
 * Every other character belongs to exactly one token.
 */
public final class Tokenizer {

    static final TokenKind[] KINDS = TokenKind.values();
    static final byte WORD = (byte) TokenKind.WORD.ordinal();
    static final byte CAPITAL = 1;
    static final byte UPPER = 2;

    private static final byte NUMBER = (byte) TokenKind.NUMBER.ordinal();
    private static final byte GENITIVE = (byte) TokenKind.GENITIVE.ordinal();
    private static final byte SIGN = (byte) TokenKind.SIGN.ordinal();
    private static final byte QUOTE = (byte) TokenKind.QUOTE.ordinal();

    private static final byte OTHER = 0;
    private static final byte BLANK = 1;
    private static final byte LETTER = 2;
    private static final byte DIGIT = 3;
    private static final byte POINT = 4;
    private static final int GROUP = 3;
    private static final byte[] CLASSES = classes();

    private final String text;
    private final int length;
    private int size;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private byte[] shapes;
    private long[] hashes;

    private Tokenizer(String text) {
        this.text = text;
        this.length = text.length();
        int guess = length / 5 + 16;
        starts = new int[guess];
        ends = new int[guess];
        kinds = new byte[guess];
        shapes = new byte[guess];
        hashes = new long[guess];
    }

    /** Returns the tokens of a text; none for a blank one. */
    public static Tokens split(String text) {
        CleanText cleaned = CleanText.of(text);
        Tokenizer tokenizer = new Tokenizer(cleaned.clean());
        tokenizer.run();
        return new Tokens(
                text,
                cleaned,
                tokenizer.size,
                tokenizer.starts,
                tokenizer.ends,
                tokenizer.kinds,
                tokenizer.shapes,
                tokenizer.hashes);
    }

    /** Is the character part of a word when it follows a letter? */
    public static boolean isWordPart(char c) {
        byte kind = classOf(c);
        return kind == LETTER || kind == DIGIT;
    }

    private void run() {
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            switch (classOf(c)) {
                case BLANK -> at++;
                case LETTER -> at = word(at);
                case DIGIT -> at = number(at);
                case POINT -> at = startsNumber(at) ? number(at) : sign(at, c);
                default -> at = sign(at, c);
            }
        }
    }

    private int word(int start) {
        long hash = Folding.EMPTY;
        boolean upper = true;
        int at = start;
        while (at < length) {
            char c = text.charAt(at);
            byte kind = classOf(c);
            if (kind == LETTER) {
                upper = upper && (isCapital(c) || !Character.isLowerCase(c));
                hash = Folding.hash(hash, Folding.fold(c));
            } else if (kind == DIGIT) {
                hash = Folding.hash(hash, c);
            } else if (c == '.' && isAbbreviation(start, at)) {
                at++;
                continue;
            } else {
                break;
            }
            at++;
        }
        byte shape = isCapital(text.charAt(start)) ? CAPITAL : 0;
        add(start, at, WORD, (byte) (upper && shape != 0 ? shape | UPPER : shape), hash);
        return at;
    }

    /** Letters of ASCII need no table of Unicode. */
    private static boolean isCapital(char c) {
        return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    /** Does the full stop belong to letters that each have one, as in "U.S." or "a.m."? */
    private boolean isAbbreviation(int start, int stop) {
        if (stop - start == 1) {
            return stop + 2 < length && classOf(text.charAt(stop + 1)) == LETTER && text.charAt(stop + 2) == '.';
        }
        return stop - start >= 3 && text.charAt(stop - 2) == '.' && classOf(text.charAt(stop - 1)) == LETTER;
    }

    private int number(int start) {
        long hash = Folding.EMPTY;
        int at = start;
        while (at < length) {
            char c = text.charAt(at);
            if (classOf(c) == DIGIT) {
                hash = Folding.hash(hash, c);
                at++;
            } else if ((c == ',' || c == '.' || c == '\u00b7')
                    && at + 1 < length
                    && classOf(text.charAt(at + 1)) == DIGIT) {
                hash = Folding.hash(hash, c);
                at++;
            } else if (isApostrophe(c) && at > start && isGroup(at + 1)) {
                at += GROUP + 1;
            } else {
                break;
            }
        }
        add(start, at, NUMBER, (byte) 0, hash);
        return at;
    }

    /** A point before digits begins a number where no number or word ends: "$.5", ".5", but not "end.5". */
    private boolean startsNumber(int at) {
        return at + 1 < length
                && classOf(text.charAt(at + 1)) == DIGIT
                && (at == 0 || !isWordPart(text.charAt(at - 1)) && classOf(text.charAt(at - 1)) != POINT);
    }

    /** Are there exactly three digits here? */
    private boolean isGroup(int at) {
        return at + GROUP <= length
                && classOf(text.charAt(at)) == DIGIT
                && classOf(text.charAt(at + 1)) == DIGIT
                && classOf(text.charAt(at + 2)) == DIGIT
                && (at + GROUP == length || !isWordPart(text.charAt(at + GROUP)));
    }

    private int sign(int at, char c) {
        if (isApostrophe(c) && size > 0 && ends[size - 1] == at && kinds[size - 1] == WORD) {
            int end = at + 1;
            if (end < length
                    && (text.charAt(end) == 's' || text.charAt(end) == 'S')
                    && (end + 1 == length || !isWordPart(text.charAt(end + 1)))) {
                add(at, end + 1, GENITIVE, (byte) 0, Folding.hash(Folding.hash(Folding.EMPTY, '\''), 's'));
                return end + 1;
            }
            if (end == length || !isWordPart(text.charAt(end))) {
                add(at, end, GENITIVE, (byte) 0, Folding.hash(Folding.EMPTY, '\''));
                return end;
            }
        }
        char folded = isApostrophe(c) ? '\'' : c;
        add(at, at + 1, isQuote(c) ? QUOTE : SIGN, (byte) 0, Folding.hash(Folding.EMPTY, folded));
        return at + 1;
    }

    private void add(int start, int end, byte kind, byte shape, long hash) {
        if (size == starts.length) {
            int room = size * 2;
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            kinds = Arrays.copyOf(kinds, room);
            shapes = Arrays.copyOf(shapes, room);
            hashes = Arrays.copyOf(hashes, room);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size] = kind;
        shapes[size] = shape;
        hashes[size] = hash;
        size++;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '`' || c == '\u00b4';
    }

    private static boolean isQuote(char c) {
        return switch (c) {
            case '"',
                    '\'',
                    '`',
                    '\u00b4',
                    '\u00ab',
                    '\u00bb',
                    '\u2018',
                    '\u2019',
                    '\u201a',
                    '\u201b',
                    '\u201c',
                    '\u201d',
                    '\u201e',
                    '\u201f',
                    '\u2039',
                    '\u203a',
                    '\u02bc' -> true;
            default -> false;
        };
    }

    private static byte classOf(char c) {
        return c < CLASSES.length ? CLASSES[c] : classify(c);
    }

    private static byte classify(char c) {
        if (c == '.') {
            return POINT;
        }
        if (Character.isDigit(c)) {
            return c < 128 ? DIGIT : LETTER;
        }
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return LETTER;
        }
        boolean blank = Character.isWhitespace(c)
                || Character.isISOControl(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
        return blank ? BLANK : OTHER;
    }

    private static byte[] classes() {
        byte[] classes = new byte[0x400];
        for (char c = 0; c < classes.length; c++) {
            classes[c] = classify(c);
        }
        return classes;
    }
}
