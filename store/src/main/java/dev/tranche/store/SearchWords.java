package dev.tranche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A search of reports: words and phrases that must all occur, in any order, in title or text.
 *
 * <p>Words in double quotes must be adjacent; a word of letters and other characters, such as {@code F-16}, is such a
 * phrase too; an asterisk at the end matches any further letters. Case and diacritics are ignored.
 *
 * @param terms the words and phrases, at least one
 */
public record SearchWords(List<Term> terms) {

    private static final int MOST_TERMS = 32;

    /**
     * A word, or adjacent words.
     *
     * @param words folded, at least one
     * @param isPrefix may the last word continue?
     */
    public record Term(List<String> words, boolean isPrefix) {

        /** Copies the list. */
        public Term {
            words = List.copyOf(words);
        }
    }

    /** Refuses an empty search and one with too many words. */
    public SearchWords {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a search needs a word of letters or digits.");
        }
        if (terms.size() > MOST_TERMS) {
            throw new IllegalArgumentException("a search takes at most " + MOST_TERMS + " words.");
        }
    }

    /** Parses a search as typed by a person. */
    public static SearchWords parse(String written) {
        List<Term> terms = new ArrayList<>();
        String[] quoted = written.split("[\"\u201c\u201d\u201e]", -1);
        for (int i = 0; i < quoted.length; i++) {
            List<String> parts = i % 2 == 1 ? List.of(quoted[i]) : List.of(quoted[i].split("\\s+"));
            for (String part : parts) {
                List<String> words =
                        FoldedWord.of(part).stream().map(FoldedWord::folded).toList();
                if (!words.isEmpty()) {
                    terms.add(new Term(words, part.endsWith("*")));
                }
            }
        }
        return new SearchWords(terms);
    }

    /** Returns the query for SQLite's FTS5. */
    String fts5() {
        return terms.stream()
                .map(term -> "\"" + String.join(" ", term.words()) + "\"" + (term.isPrefix() ? " *" : ""))
                .collect(Collectors.joining(" AND "));
    }

    /** Returns the query for PostgreSQL's {@code to_tsquery}. */
    String tsquery() {
        return terms.stream()
                .map(term -> term.words().stream()
                                .map(word -> "'" + word + "'")
                                .collect(Collectors.joining(" <-> ", "(", ""))
                        + (term.isPrefix() ? ":*)" : ")"))
                .collect(Collectors.joining(" & "));
    }
}
