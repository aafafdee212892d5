package dev.tranche.statement;

import dev.tranche.mention.MarkedText;
import dev.tranche.text.Sentence;
import dev.tranche.text.TokenKind;
import dev.tranche.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The quotations of a text: pairs of quotation marks of any shape, continuing over paragraphs that each start with a
 * mark.
 *
 * <p>An unclosed quotation ends with its paragraph, unless the next paragraph opens with a mark: then both are one
 * quotation. A mark inside a quotation of another shape is part of it. Single marks are accepted only if a blank or the
 * start of the text precedes the first and no blank follows it.
 */
public final class Quotes {

    private static final int NONE = -1;

    private final Tokens tokens;
    private final int[] quoteAt;
    private final List<Quote> quotes = new ArrayList<>();

    private Quotes(MarkedText text) {
        this.tokens = text.tokens();
        this.quoteAt = new int[tokens.size()];
        Arrays.fill(quoteAt, NONE);
        find(text.sentences());
    }

    /** Finds the quotations of a text. */
    public static Quotes of(MarkedText text) {
        return new Quotes(text);
    }

    /** Returns the quotations from left to right; none overlap. */
    public List<Quote> list() {
        return List.copyOf(quotes);
    }

    /** Returns the index of the quotation that holds the token, its marks included, or -1. */
    public int at(int token) {
        return token >= 0 && token < quoteAt.length ? quoteAt[token] : NONE;
    }

    /** Is the token the first word of a quotation? */
    public boolean isFirstWord(int token) {
        int quote = at(token);
        return quote >= 0 && quotes.get(quote).start() + 1 == token;
    }

    /** Returns the number of quoted words in a range of tokens. */
    public int wordsIn(int start, int end) {
        int words = 0;
        for (int token = start; token < end; token++) {
            words += quoteAt[token] >= 0 && tokens.isWord(token) ? 1 : 0;
        }
        return words;
    }

    private void find(List<Sentence> sentences) {
        int open = NONE;
        int continued = NONE;
        char mark = ' ';
        for (Sentence sentence : sentences) {
            if (sentence.paragraphStart() && open >= 0) {
                boolean goesOn = tokens.kind(sentence.start()) == TokenKind.QUOTE && isOpening(sentence.start(), false);
                close(open, sentence.start() - 1, continued);
                continued = goesOn ? quotes.size() - 1 : NONE;
                open = NONE;
            } else if (sentence.paragraphStart()) {
                continued = NONE;
            }
            for (int token = sentence.start(); token < sentence.end(); token++) {
                if (tokens.kind(token) != TokenKind.QUOTE && !isClosingGenitive(token, open, mark)) {
                    continue;
                }
                boolean doubled = isDoubled(token);
                char sign = doubled ? '"' : tokens.text().charAt(tokens.start(token));
                int last = doubled ? token + 1 : token;
                if (open < 0 || reopens(token, last, mark, sign)) {
                    if (isOpening(last, isSingle(sign))) {
                        open = token;
                        mark = sign;
                    }
                } else if (closes(mark, sign, token)) {
                    close(open, last, continued);
                    continued = NONE;
                    open = NONE;
                }
                token = last;
            }
        }
        if (open >= 0) {
            close(open, tokens.size() - 1, continued);
        }
    }

    /** Two adjacent single marks are one double mark, as in typesetters' copy: {@code ``so''}. */
    private boolean isDoubled(int token) {
        return token + 1 < tokens.size()
                && tokens.end(token) == tokens.start(token + 1)
                && tokens.end(token) - tokens.start(token) == 1
                && tokens.end(token + 1) - tokens.start(token + 1) == 1
                && tokens.text().charAt(tokens.start(token)) == tokens.text().charAt(tokens.start(token + 1))
                && isSingle(tokens.text().charAt(tokens.start(token)));
    }

    /**
     * A straight mark after a blank and before a word opens a quotation: the one before it was never closed and is
     * dropped.
     */
    private boolean reopens(int token, int last, char mark, char sign) {
        int start = tokens.start(token);
        int end = tokens.end(last);
        String text = tokens.text();
        return mark == '"'
                && sign == '"'
                && start > 0
                && Character.isWhitespace(text.charAt(start - 1))
                && end < text.length()
                && Character.isLetterOrDigit(text.charAt(end));
    }

    /** After a word a closing single mark looks like the genitive of a plural. */
    private boolean isClosingGenitive(int token, int open, char mark) {
        return open >= 0
                && (isSingle(mark) || isDoubled(token))
                && tokens.kind(token) == TokenKind.GENITIVE
                && tokens.end(token) - tokens.start(token) == 1;
    }

    private boolean isOpening(int token, boolean single) {
        int start = tokens.start(token);
        String text = tokens.text();
        char sign = text.charAt(start);
        boolean spaceBefore = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        boolean wordAfter = start + 1 < text.length() && !Character.isWhitespace(text.charAt(start + 1));
        if (single) {
            return spaceBefore && wordAfter && token + 1 < tokens.size();
        }
        return sign != '\u201d' || spaceBefore && wordAfter;
    }

    private boolean closes(char mark, char sign, int token) {
        if (isSingle(mark)) {
            return isSingle(sign);
        }
        if (isSingle(sign)) {
            return false;
        }
        boolean family = family(mark) == family(sign);
        boolean reopens = sign == '\u201c' && mark == '\u201c' && isOpening(token, true);
        return family && !reopens || sign == '\u201d' || mark == '"' && sign == '"';
    }

    private static int family(char mark) {
        return switch (mark) {
            case '\u00ab', '\u00bb', '\u2039', '\u203a' -> 1;
            default -> 0;
        };
    }

    private static boolean isSingle(char c) {
        return c == '\''
                || c == '\u2018'
                || c == '\u2019'
                || c == '`'
                || c == '\u00b4'
                || c == '\u201a'
                || c == '\u201b'
                || c == '\u02bc';
    }

    private void close(int open, int last, int continued) {
        quotes.add(new Quote(open, last + 1, continued));
        Arrays.fill(quoteAt, open, last + 1, quotes.size() - 1);
    }

    /**
     * A quotation.
     *
     * @param start index of its opening mark
     * @param end index after its closing mark, or after its paragraph if there is none
     * @param continues index of the quotation in the previous paragraph that it continues, or -1
     */
    public record Quote(int start, int end, int continues) {}
}
