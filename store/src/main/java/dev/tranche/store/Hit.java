package dev.tranche.store;

import dev.tranche.text.Document;
import dev.tranche.text.Evidence;
import dev.tranche.text.Span;
import java.util.List;

/**
 * A report found by a search.
 *
 * @param document the report
 * @param around the words around the first match
 * @param found the match; always within {@code around}
 */
public record Hit(Document document, Evidence around, Evidence found) {

    private static final int CONTEXT = 90;

    /** Finds the first match of any search word; the start of the text if the match is beyond what was indexed. */
    static Hit of(Document document, SearchWords looked) {
        String text = document.text();
        List<FoldedWord> words = FoldedWord.of(text);
        for (int i = 0; i < words.size(); i++) {
            for (SearchWords.Term term : looked.terms()) {
                int last = i + term.words().size() - 1;
                if (last < words.size() && matches(words.subList(i, last + 1), term)) {
                    return around(
                            document, words.get(i).start(), words.get(last).end());
                }
            }
        }
        return around(document, 0, 0);
    }

    private static boolean matches(List<FoldedWord> words, SearchWords.Term term) {
        for (int i = 0; i < words.size(); i++) {
            String wanted = term.words().get(i);
            boolean open = term.isPrefix() && i == words.size() - 1;
            String word = words.get(i).folded();
            if (open ? !word.startsWith(wanted) : !word.equals(wanted)) {
                return false;
            }
        }
        return true;
    }

    private static Hit around(Document document, int start, int end) {
        String text = document.text();
        int from = Math.max(0, start - CONTEXT);
        while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        int to = Math.min(text.length(), end + CONTEXT);
        while (to < text.length() && to > end && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return new Hit(document, document.evidence(new Span(from, to)), document.evidence(new Span(start, end)));
    }
}
