package dev.tranche.spec;

import dev.tranche.spec.SpecRunner.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the open examples of a page that are now read correctly into a section of their own. What an example expects is
 * never replaced by the result: a wrong reading must not become the expectation.
 */
public final class SpecUpdate {

    private static final String FURTHER = "## Further examples";

    private SpecUpdate() {}

    /**
     * Returns the lines of the rewritten page.
     *
     * @param page the page
     * @param outcomes the outcomes of its examples, in their order
     */
    public static List<String> rewrite(SpecPage page, List<Outcome> outcomes) {
        List<String> kept = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        int at = 0;
        boolean open = false;
        for (Outcome outcome : outcomes) {
            SpecExample example = outcome.example();
            kept.addAll(page.lines().subList(at, example.firstLine()));
            at = example.endLine();
            if (example.isOpen() && outcome.isRight()) {
                moved.add("");
                moved.add("```tranche");
                moved.addAll(page.lines().subList(example.firstLine() + 1, example.endLine()));
                removeLastBlank(kept);
                continue;
            }
            open |= example.isOpen();
            kept.addAll(asWritten(page, example));
        }
        kept.addAll(page.lines().subList(at, page.lines().size()));
        return insert(kept, moved, open);
    }

    private static List<String> asWritten(SpecPage page, SpecExample example) {
        return page.lines().subList(example.firstLine(), example.endLine());
    }

    private static void removeLastBlank(List<String> lines) {
        if (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static List<String> insert(List<String> kept, List<String> moved, boolean open) {
        int heading = kept.indexOf(SpecPage.OPEN_HEADING);
        if (heading < 0) {
            return kept;
        }
        List<String> lines = new ArrayList<>(kept.subList(0, heading));
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        if (!moved.isEmpty()) {
            if (!lines.contains(FURTHER)) {
                lines.add("");
                lines.add(FURTHER);
            }
            lines.addAll(moved);
        }
        if (open) {
            lines.add("");
            lines.addAll(kept.subList(heading, kept.size()));
        }
        return lines;
    }
}
