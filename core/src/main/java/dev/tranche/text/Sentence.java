package dev.tranche.text;

/**
 * A sentence, headline or list line as a half-open range of tokens.
 *
 * @param start index of its first token
 * @param end index after its last token, more than {@code start}
 * @param title is it in the title?
 * @param paragraphStart does it begin a paragraph?
 */
public record Sentence(int start, int end, boolean title, boolean paragraphStart) {

    /** Refuses an empty sentence. */
    public Sentence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a sentence needs at least one token, not " + start + ".." + end);
        }
    }

    /** Returns the characters from its first to its last token. */
    public Span span(Tokens tokens) {
        return tokens.span(start, end - 1);
    }
}
