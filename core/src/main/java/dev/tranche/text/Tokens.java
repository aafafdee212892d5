package dev.tranche.text;

import java.util.Arrays;

/**
 * The tokens of one text in order, kept in parallel arrays for speed.
 *
 * <p>Token indices run from 0 to {@link #size()} exclusive. A word's {@linkplain #hash hash} is that of its folded
 * form: lower case, without diacritics, without inner full stops ("U.S." and "us" share one; {@link #isUpper}
 * distinguishes them). Offsets count in the original text, even where a letter was written as a letter and a loose
 * accent or a sign as an entity; {@link #string} and {@link #isSign} work on the clean text. Immutable once built; safe
 * to share between threads.
 */
public final class Tokens {

    private final String text;
    private final String clean;
    private final int size;
    /** Offsets in the original text. */
    private final int[] starts;

    private final int[] ends;
    /** Offsets in the clean text; the same arrays when it needed no cleaning. */
    private final int[] cleanStarts;

    private final int[] cleanEnds;
    private final byte[] kinds;
    private final byte[] shapes;
    private final long[] hashes;

    Tokens(
            String text,
            CleanText cleaned,
            int size,
            int[] starts,
            int[] ends,
            byte[] kinds,
            byte[] shapes,
            long[] hashes) {
        this.text = text;
        this.clean = cleaned.clean();
        this.size = size;
        this.cleanStarts = Arrays.copyOf(starts, size);
        this.cleanEnds = Arrays.copyOf(ends, size);
        this.starts = cleaned.isUnchanged() ? cleanStarts : new int[size];
        this.ends = cleaned.isUnchanged() ? cleanEnds : new int[size];
        if (!cleaned.isUnchanged()) {
            for (int i = 0; i < size; i++) {
                this.starts[i] = cleaned.start(cleanStarts[i]);
                this.ends[i] = cleaned.end(cleanEnds[i]);
            }
        }
        this.kinds = Arrays.copyOf(kinds, size);
        this.shapes = Arrays.copyOf(shapes, size);
        this.hashes = Arrays.copyOf(hashes, size);
    }

    /** Returns the text that was split, unchanged. */
    public String text() {
        return text;
    }

    /** Returns the number of tokens. */
    public int size() {
        return size;
    }

    /** Returns where the token starts in the text. */
    public int start(int token) {
        return starts[token];
    }

    /** Returns where the token ends in the text, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    /** Returns what the token is made of. */
    public TokenKind kind(int token) {
        return Tokenizer.KINDS[kinds[token]];
    }

    /** Is there a token of this index, and is it a word? */
    public boolean isWord(int token) {
        return token >= 0 && token < size && kinds[token] == Tokenizer.WORD;
    }

    /** Is there a token of this index, and is it the given sign? */
    public boolean isSign(int token, char sign) {
        return token >= 0
                && token < size
                && cleanEnds[token] - cleanStarts[token] == 1
                && clean.charAt(cleanStarts[token]) == sign;
    }

    /** Returns the folded hash of a word; of other tokens the hash of their characters. */
    public long hash(int token) {
        return hashes[token];
    }

    /** Does the word start with a capital letter? */
    public boolean isCapital(int token) {
        return (shapes[token] & Tokenizer.CAPITAL) != 0;
    }

    /** Are all letters of the word capitals? */
    public boolean isUpper(int token) {
        return (shapes[token] & Tokenizer.UPPER) != 0;
    }

    /** Returns the token's characters: accents composed, soft hyphens left out, entities resolved. */
    public String string(int token) {
        return clean.substring(cleanStarts[token], cleanEnds[token]);
    }

    /** Returns the first of the {@linkplain #string characters} of a token. */
    public char first(int token) {
        return clean.charAt(cleanStarts[token]);
    }

    /** Returns how many {@linkplain #string characters} the token has. */
    public int length(int token) {
        return cleanEnds[token] - cleanStarts[token];
    }

    /** Are all {@linkplain #string characters} of the token plain ASCII? */
    public boolean isAscii(int token) {
        for (int at = cleanStarts[token]; at < cleanEnds[token]; at++) {
            if (clean.charAt(at) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Is there a digit among the {@linkplain #string characters} of the token? */
    public boolean hasDigit(int token) {
        for (int at = cleanStarts[token]; at < cleanEnds[token]; at++) {
            if (clean.charAt(at) >= '0' && clean.charAt(at) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Is there nothing between the token and the one before it? */
    public boolean touches(int token) {
        return token > 0 && token < size && cleanEnds[token - 1] == cleanStarts[token];
    }

    /** Is there exactly one blank between the token and the one before it, and no line end? */
    public boolean isSpacedOnce(int token) {
        if (token <= 0 || token >= size || cleanStarts[token] - cleanEnds[token - 1] != 1) {
            return false;
        }
        char blank = clean.charAt(cleanEnds[token - 1]);
        return blank == ' ' || Character.isSpaceChar(blank) && blank != '\u2028' && blank != '\u2029';
    }

    /** Returns the number of line ends between the token and the one before it; 0 for the first token. */
    public int linesBefore(int token) {
        if (token <= 0 || token >= size) {
            return 0;
        }
        int lines = 0;
        for (int at = cleanEnds[token - 1]; at < cleanStarts[token]; at++) {
            lines += clean.charAt(at) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Returns the text to which {@link #cleanEnd} refers. */
    String clean() {
        return clean;
    }

    /** Returns where the token ends in the clean text, exclusive. */
    int cleanEnd(int token) {
        return cleanEnds[token];
    }

    /** Returns where the token starts in the clean text. */
    int cleanStart(int token) {
        return cleanStarts[token];
    }

    /** Returns the span from the start of the first to the end of the last token, both included. */
    public Span span(int first, int last) {
        return new Span(starts[first], ends[last]);
    }

    /** Returns the index of the first token that starts at or after the offset; {@link #size()} if none does. */
    public int firstAt(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at >= 0 ? at : -at - 1;
    }
}
