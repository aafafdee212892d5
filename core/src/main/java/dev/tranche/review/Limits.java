package dev.tranche.review;

import dev.tranche.dating.StatedDate;
import dev.tranche.text.DocumentId;
import dev.tranche.text.Evidence;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The limits of a decision; decisions from outside are checked against them here first. */
final class Limits {

    /** No entry has more claims; also bounds the line of a decision. */
    static final int MOST_MARKS = 10_000;

    /** The most entries merged by one decision. */
    static final int MOST_MERGED = 20;

    /** The most names, or items of content, that one decision names. */
    static final int MOST_NAMED = 200;

    /** The longest value of a cell as text: a hundred codes with their separators. */
    static final int LONGEST_VALUE = 4_000;

    private static final int MOST_CODES = 100;
    private static final int LAST_YEAR = 9_999;
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

    /** Returns the same days without a granularity: a person names days. Refuses years before 1 and after 9999. */
    static StatedDate days(StatedDate date) {
        Stream.concat(date.from().stream(), date.to().stream()).forEach(day -> {
            // Sums of days and files for calendars have no room for others.
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                throw new IllegalArgumentException(
                        "a day is of a year from 1 to " + LAST_YEAR + ", not " + day.getYear());
            }
        });
        return new StatedDate(date.from(), date.to());
    }

    /** Refuses an invalid name of a report. */
    static void report(String report) {
        // A key is an id and, if two texts share the id, a tilde and eight digits.
        if (report.isBlank() || report.length() > DocumentId.MAX_LENGTH + 9) {
            throw new IllegalArgumentException("a report is named by its key");
        }
    }

    /** Returns content of reports, each once; refuses fewer than a number and too many. */
    static List<ContentMark> content(List<ContentMark> content, int fewest) {
        return once(content, fewest, "items");
    }

    /** Refuses items of several kinds, and of a kind that is not counted over reports. */
    static void merged(List<ContentMark> content) {
        Content.Kind kind = content.getFirst().seen().kind();
        if (kind == Content.Kind.ITEM || kind == Content.Kind.GIFT) {
            throw new IllegalArgumentException("each report has its own " + kind.slug() + "s");
        }
        if (content.stream().anyMatch(mark -> mark.seen().kind() != kind)) {
            throw new IllegalArgumentException("items of different kinds cannot be merged");
        }
    }

    /** Returns names, each once; refuses fewer than a number, too many, and several kinds. */
    static List<NameMark> names(List<NameMark> names, int fewest) {
        List<NameMark> once = once(names, fewest, "names");
        if (once.stream().map(NameMark::kind).distinct().count() > 1) {
            throw new IllegalArgumentException("names of a person, a body and a place cannot be merged");
        }
        return once;
    }

    private static <T> List<T> once(List<T> all, int fewest, String what) {
        List<T> once = all.stream().distinct().toList();
        if (once.size() < fewest || once.size() > MOST_NAMED) {
            throw new IllegalArgumentException(
                    "a decision names " + fewest + " to " + MOST_NAMED + " " + what + ", not " + once.size());
        }
        return once;
    }

    /** Refuses more reports than a decision may name. */
    static void reports(int reports) {
        if (reports > MOST_MARKS) {
            throw new IllegalArgumentException("a decision names at most " + MOST_MARKS + " reports, not " + reports);
        }
    }

    /** Refuses words that are too long to be kept with a decision. */
    static void words(Evidence evidence) {
        if (evidence.quote().length() > Content.LONGEST) {
            throw new IllegalArgumentException("the words are more than " + Content.LONGEST + " characters");
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
