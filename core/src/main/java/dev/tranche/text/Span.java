package dev.tranche.text;

/**
 * A half-open range of UTF-16 units in a document's text.
 *
 * @param start index of the first unit, at least 0
 * @param end index after the last unit, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    /** Refuses a range that starts before the text or ends before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span needs 0 <= start <= end, not " + start + ".." + end);
        }
    }

    /** Returns the number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }

    /** Is every unit of the other span inside this one? */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Do the two spans share at least one unit? */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Returns the smallest span that covers both. */
    public Span union(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
