package dev.tranche.extract;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the reader, stored with everything it read so that a re-reading shows as a difference.
 *
 * <p>Of two readings of one text, the one with the later version counts: by number, then by revision. Names in another
 * form come before all others.
 *
 * @param value name and number, such as {@code tranche-reader/2}; for a book that was read again, followed by its
 *     revision, and for a lexicon with a user's rows, by their fingerprint: {@code tranche-reader/2.1+0f3c9a7e}
 */
public record ExtractionVersion(String value) implements Comparable<ExtractionVersion> {

    /** The version of this build; raised whenever the reading of any report may change. */
    public static final ExtractionVersion CURRENT = new ExtractionVersion("tranche-reader/2");

    private static final Pattern FORM = Pattern.compile(
            "tranche-reader/(?<number>\\d{1,9})(?:\\.(?<revision>\\d{1,9}))?(?:\\+(?<rows>[0-9a-f]{1,64}))?");

    private static final Comparator<ExtractionVersion> ORDER = Comparator.comparingInt(ExtractionVersion::number)
            .thenComparingInt(ExtractionVersion::revision)
            .thenComparing(ExtractionVersion::value);

    /** Returns the number of the reader; -1 for a name in another form. */
    public int number() {
        return part("number").map(Integer::parseInt).orElse(-1);
    }

    /** Returns which re-reading of a book it is, from 1; 0 for a first reading. */
    public int revision() {
        return part("revision").map(Integer::parseInt).orElse(0);
    }

    /** Returns the fingerprint of the user's rows in the lexicon; empty for the lexicon that ships. */
    public Optional<String> rows() {
        return part("rows");
    }

    private Optional<String> part(String name) {
        Matcher form = FORM.matcher(value);
        return form.matches() ? Optional.ofNullable(form.group(name)) : Optional.empty();
    }

    /** Returns the version of this reader with a user's rows, by their fingerprint in hexadecimal digits. */
    public ExtractionVersion with(Optional<String> rows) {
        return made(revision(), rows);
    }

    /** Returns the version of this reader for a re-reading of a book, from 1. */
    public ExtractionVersion revised(int revision) {
        return made(revision, rows());
    }

    private ExtractionVersion made(int revision, Optional<String> rows) {
        String after = rows.map(print -> "+" + print).orElse("");
        return new ExtractionVersion("tranche-reader/" + number() + (revision == 0 ? "" : "." + revision) + after);
    }

    @Override
    public int compareTo(ExtractionVersion other) {
        return value.equals(other.value) ? 0 : ORDER.compare(this, other);
    }
}
