package dev.tranche.spec;

import java.util.List;

/**
 * One fenced example of a page: a report and the facts that a careful reader finds in it.
 *
 * @param place page and line of the opening fence, such as {@code amounts.md:12}
 * @param section the heading above it, possibly empty
 * @param isOpen is it known not to be read yet?
 * @param report the report as a file would hold it, with or without a head
 * @param expected the facts in the order of their words; none when the report states no assistance
 * @param firstLine index of the opening fence in the page
 * @param endLine index after the closing fence
 */
public record SpecExample(
        String place,
        String section,
        boolean isOpen,
        String report,
        List<FactLine> expected,
        int firstLine,
        int endLine) {

    /** Copies the list. */
    public SpecExample {
        expected = List.copyOf(expected);
    }
}
