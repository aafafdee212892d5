package dev.tranche.review;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What a decision may hold; whoever takes decisions in from outside meets these limits first here. */
final class Limits {

    /** More claims stand behind no entry; also bounds the line of a decision. */
    static final int MOST_MARKS = 10_000;

    /** The most entries that one decision merges. */
    static final int MOST_MERGED = 20;

    /** The longest value of a cell as text: a hundred codes with their signs. */
    static final int LONGEST_VALUE = 4_000;

    private static final int MOST_CODES = 100;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");

    private Limits() {}

    /** Returns the marks, each once; refuses none and too many. */
    static List<ClaimMark> some(Collection<ClaimMark> marks) {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("a decision names the words of a claim");
        }
        return any(marks);
    }

    /** Returns the marks, each once; refuses too many. */
    static List<ClaimMark> any(Collection<ClaimMark> marks) {
        if (marks.size() > MOST_MARKS) {
            throw new IllegalArgumentException(
                    "a decision names at most " + MOST_MARKS + " claims, not " + marks.size());
        }
        return marks.stream().distinct().toList();
    }

    /** Returns codes, sorted, each once; refuses what is no code and too many. */
    static List<String> codes(List<String> codes) {
        if (codes.size() > MOST_CODES) {
            throw new IllegalArgumentException("at most " + MOST_CODES + " donors or recipients, not " + codes.size());
        }
        codes.forEach(Limits::code);
        return codes.stream().distinct().sorted().toList();
    }

    /** Refuses what is no code of a state, body or authority. */
    static void code(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a code is 1 to 20 letters, digits, full stops and hyphens, not '" + cut(code, 40) + "'");
        }
    }

    /** Refuses a report that no report can be. */
    static void report(String report) {
        // A key is an id and, where two texts share the id, a tilde and eight digits.
        if (report.isBlank() || report.length() > dev.tranche.text.DocumentId.MAX_LENGTH + 9) {
            throw new IllegalArgumentException("a report is named by its key");
        }
    }

    /** Returns the beginning of a text, whole where it is short. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
