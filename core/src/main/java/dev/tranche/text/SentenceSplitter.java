package dev.tranche.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits tokens into sentences, tolerant of scraping: lost capitals, headlines joined to text, list dashes.
 *
 * <p>A sentence ends
 *
 * <ul>
 *   <li>after a full stop, question or exclamation mark (and closing quotes) that is followed by a blank and a
 *       capital, digit, quote or currency sign, unless an abbreviation stands before it ("Gen.", "Dec.", "No."), or
 *       that is followed at once by a capital after a lower-case letter ("ended.The");
 *   <li>at a blank line, before a list line, and at a line end that follows a closed sentence or a short line;
 *   <li>at the end of the title.
 * </ul>
 *
 * <p>A sentence holds at most {@value #MAX_TOKENS} tokens; a longer one is cut there.
 */
public final class SentenceSplitter {

    /** The most tokens one sentence may hold, so that work on a sentence of a megabyte stays bounded. */
    public static final int MAX_TOKENS = 400;

    private static final int SHORT_LINE = 60;

    /** Closing quotes and brackets looked past behind a full stop. */
    private static final int MAX_CLOSERS = 8;

    private static final Set<Long> ABBREVIATIONS = abbreviations(
            "mr mrs ms dr prof sen sens rep reps gen lt col maj capt sgt adm brig cmdr gov pres amb hon st jr sr "
                    + "jan feb mar apr jun jul aug sep sept oct nov dec no nos vs approx est inc ltd corp co dept fig "
                    + "al eg ie cf u.s u.k u.n e.g i.e p.l");

    private final Tokens tokens;
    private final String text;
    private final int bodyStart;
    private final List<Sentence> sentences = new ArrayList<>();

    private SentenceSplitter(Tokens tokens, int bodyStart) {
        this.tokens = tokens;
        this.text = tokens.clean();
        this.bodyStart = bodyStart;
    }

    /**
     * Returns the sentences in order; together they cover every token.
     *
     * @param bodyStart offset at which the title has ended, 0 when there is none
     */
    public static List<Sentence> split(Tokens tokens, int bodyStart) {
        SentenceSplitter splitter = new SentenceSplitter(tokens, bodyStart);
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
        if (dot && stop > 0 && tokens.isWord(stop - 1) && isAbbreviation(stop - 1)) {
            return false;
        }
        return !dot || startsSentence(token);
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
        return tokens.isWord(token) && tokens.isCapital(token) && OPENERS.contains(tokens.hash(token));
    }

    private static final Set<Long> OPENERS = abbreviations(
            "the a an this that these those it he she they we in on at but and however meanwhile while as since after "
                    + "before if when its his her their there");

    private boolean startsSentence(int token) {
        if (tokens.kind(token) != TokenKind.WORD) {
            return true;
        }
        return tokens.isCapital(token)
                || !Character.isLetter(text.charAt(tokens.cleanStart(token)))
                || !Character.isLowerCase(text.charAt(tokens.cleanStart(token)));
    }

    private boolean isAbbreviation(int token) {
        int length = tokens.length(token);
        return length == 1 && tokens.isCapital(token) || ABBREVIATIONS.contains(tokens.hash(token));
    }

    private static Set<Long> abbreviations(String words) {
        Set<Long> hashes = new HashSet<>();
        for (String word : words.split(" ")) {
            hashes.add(Folding.hash(word.replace(".", "")));
        }
        return Set.copyOf(hashes);
    }
}
