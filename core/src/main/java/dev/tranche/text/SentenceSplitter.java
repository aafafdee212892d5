package dev.tranche.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits tokens into sentences, tolerant of scraping: lost capitals, headlines joined to text, list dashes.
 *
 * <p>A sentence ends
 *
 * <ul>
 *   <li>after a full stop, question or exclamation mark (and closing quotes) that is followed by a blank and a
 *       capital, digit, quote or currency sign, unless it follows an abbreviation ("Gen.", "Dec.", "No."), or
 *       that is followed directly by a capital after a lower-case letter ("ended.The");
 *   <li>at a blank line, before a list line, and at a line end after a complete sentence or a short line;
 *   <li>at the end of the title.
 * </ul>
 *
 * <p>A sentence holds at most {@value #MAX_TOKENS} tokens; a longer one is split there.
 */
public final class SentenceSplitter {

    /** The most tokens one sentence may hold, so that work on a megabyte-long sentence stays bounded. */
    public static final int MAX_TOKENS = 400;

    private static final int SHORT_LINE = 60;

    /** Closing quotes and brackets skipped after a full stop. */
    private static final int MAX_CLOSERS = 8;

    private final Tokens tokens;
    private final String text;
    private final int bodyStart;
    private final Abbreviations abbreviations;
    private final List<Sentence> sentences = new ArrayList<>();

    private SentenceSplitter(Tokens tokens, int bodyStart, Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
        this.tokens = tokens;
        this.text = tokens.clean();
        this.bodyStart = bodyStart;
    }

    /**
     * Returns the sentences in order; together they cover every token.
     *
     * @param bodyStart offset at which the title ends, 0 if there is none
     * @param abbreviations words after which a full stop does not end a sentence
     */
    public static List<Sentence> split(Tokens tokens, int bodyStart, Abbreviations abbreviations) {
        SentenceSplitter splitter = new SentenceSplitter(tokens, bodyStart, abbreviations);
        splitter.run();
        return List.copyOf(splitter.sentences);
    }

    private void run() {
        int first = 0;
        boolean paragraph = true;
        for (int token = 1; token <= tokens.size(); token++) {
            if (token == tokens.size()) {
                add(first, token, paragraph);
                return;
            }
            boolean newParagraph = startsParagraph(token);
            if (newParagraph || token - first >= MAX_TOKENS || endsSentence(token)) {
                add(first, token, paragraph);
                first = token;
                paragraph = newParagraph;
            }
        }
    }

    private void add(int first, int end, boolean paragraph) {
        if (first < end) {
            boolean title = tokens.start(first) < bodyStart;
            sentences.add(new Sentence(first, end, title, paragraph));
        }
    }

    private boolean startsParagraph(int token) {
        if (bodyStart > 0 && tokens.end(token - 1) < bodyStart && tokens.start(token) >= bodyStart) {
            return true;
        }
        int from = tokens.cleanEnd(token - 1);
        int to = tokens.cleanStart(token);
        if (to - from < 1) {
            return false;
        }
        int lines = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            lines += c == '\n' || c == '\u2029' || c == '\u2028' ? 1 : 0;
        }
        if (lines == 0) {
            return to - from >= 3 && isBullet(token);
        }
        return lines >= 2 || isBullet(token) || (lines == 1 && lineIsClosed(token));
    }

    private boolean isBullet(int token) {
        if (tokens.kind(token) != TokenKind.SIGN) {
            return false;
        }
        char c = text.charAt(tokens.cleanStart(token));
        boolean bullet = c == '-' || c == '*' || c == '\u2022' || c == '\u2013' || c == '\u2014' || c == '\u00b7';
        return bullet
                && tokens.cleanEnd(token) < text.length()
                && Character.isWhitespace(text.charAt(tokens.cleanEnd(token)));
    }

    private boolean lineIsClosed(int token) {
        int last = tokens.cleanEnd(token - 1);
        char c = text.charAt(last - 1);
        if (c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '\u201d') {
            return true;
        }
        int lineStart = text.lastIndexOf('\n', last - 1) + 1;
        return last - lineStart < SHORT_LINE && tokens.isCapital(token);
    }

    /** Does a sentence end before this token? */
    private boolean endsSentence(int token) {
        int stop = token - 1;
        while (stop > 0 && token - stop <= MAX_CLOSERS && isCloser(stop)) {
            stop--;
        }
        if (!isStop(stop)) {
            return stop == token - 1 && endsWithAbbreviation(stop) && startsLikeSentence(token) && isSpaced(token);
        }
        if (!isSpaced(token)) {
            return stop == token - 1
                    && stop > 0
                    && tokens.isWord(stop - 1)
                    && !tokens.isUpper(stop - 1)
                    && tokens.length(stop - 1) > 2
                    && tokens.isWord(token)
                    && tokens.isCapital(token)
                    && !tokens.isUpper(token);
        }
        boolean dot = tokens.isSign(stop, '.');
        if (dot && stop > 0 && tokens.isWord(stop - 1) && isAbbreviation(stop - 1, token)) {
            return false;
        }
        boolean goesOn = !dot && stop < token - 1 && tokens.isWord(token) && !tokens.isCapital(token);
        return !goesOn && (!dot || startsSentence(token));
    }

    private boolean isSpaced(int token) {
        return !tokens.touches(token);
    }

    private boolean isStop(int token) {
        return tokens.isSign(token, '.')
                || tokens.isSign(token, '!')
                || tokens.isSign(token, '?')
                || tokens.isSign(token, '\u2026');
    }

    private boolean isCloser(int token) {
        return tokens.kind(token) == TokenKind.QUOTE && !isSpaced(token)
                || tokens.isSign(token, ')')
                || tokens.isSign(token, ']')
                || tokens.isSign(token, '*');
    }

    private boolean endsWithAbbreviation(int token) {
        return tokens.isWord(token) && tokens.length(token) >= 4 && text.charAt(tokens.cleanEnd(token) - 1) == '.';
    }

    /** A capitalised word that rarely follows "U.S." inside a sentence. */
    private boolean startsLikeSentence(int token) {
        return tokens.isWord(token)
                && tokens.isCapital(token)
                && abbreviations.openers().contains(tokens.hash(token));
    }

    private boolean startsSentence(int token) {
        if (tokens.kind(token) != TokenKind.WORD) {
            return true;
        }
        return tokens.isCapital(token)
                || !Character.isLetter(text.charAt(tokens.cleanStart(token)))
                || !Character.isLowerCase(text.charAt(tokens.cleanStart(token)));
    }

    private boolean isAbbreviation(int token, int next) {
        if (tokens.length(token) == 1 && tokens.isCapital(token)) {
            return true;
        }
        long hash = tokens.hash(token);
        boolean digits = tokens.kind(next) == TokenKind.NUMBER;
        boolean money = tokens.kind(next) == TokenKind.SIGN
                || tokens.isWord(next) && tokens.isUpper(next) && tokens.length(next) > 2;
        return abbreviations.always().contains(hash)
                || (digits || money) && abbreviations.beforeNumbers().contains(hash)
                || money && abbreviations.scales().contains(hash);
    }
}
