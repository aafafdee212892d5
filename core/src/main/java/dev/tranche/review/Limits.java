package dev.tranche.review;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The limits of a decision; decisions from outside are checked against them here first. */
final class Limits {

    /** No entry has more claims; also bounds the line of a decision. */
    static final int MOST_MARKS = 10_000;

    /** The most entries merged by one decision. */
    static final int MOST_MERGED = 20;

    /** The longest value of a cell as text: a hundred codes with their separators. */
    static final int LONGEST_VALUE = 4_000;

    private static final int MOST_CODES = 100;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");

    private Limits() {}

    /** Returns the marks, each once; refuses an empty list and too many. */
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

    /** Returns codes, sorted, each once; refuses invalid codes and too many. */
    static List<String> codes(List<String> codes) {
        if (codes.size() > MOST_CODES) {
            throw new IllegalArgumentException("at most " + MOST_CODES + " donors or recipients, not " + codes.size());
        }
        codes.forEach(Limits::code);
        return codes.stream().distinct().sorted().toList();
    }

    /** Refuses an invalid code of a state, body or authority. */
    static void code(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a code is 1 to 20 letters, digits, full stops and hyphens, not '" + cut(code, 40) + "'");
        }
    }

    /** Refuses an invalid name of a report. */
    static void report(String report) {
        // A key is an id and, if two texts share the id, a tilde and eight digits.
        if (report.isBlank() || report.length() > dev.tranche.text.DocumentId.MAX_LENGTH + 9) {
            throw new IllegalArgumentException("a report is named by its key");
        }
    }

    /** Returns the beginning of a text, or all of it if it is short. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
