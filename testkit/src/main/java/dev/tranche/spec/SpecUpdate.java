package dev.tranche.spec;

import dev.tranche.spec.SpecRunner.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a page after what is read now: expectations that differ become what was got, and open examples that are
 * read move up into a section of their own. Open examples that are still not read stay as they are.
 */
public final class SpecUpdate {

    private static final String FURTHER = "## Further examples";
    private static final String RULE = "---";

    private SpecUpdate() {}

    /**
     * Returns the lines of the rewritten page.
     *
     * @param page the page
     * @param outcomes what became of its examples, in their order
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
            kept.addAll(outcome.isRight() || example.isOpen() ? asWritten(page, example) : asGot(page, outcome));
        }
        kept.addAll(page.lines().subList(at, page.lines().size()));
        return insert(kept, moved, open);
    }

    private static List<String> asWritten(SpecPage page, SpecExample example) {
        return page.lines().subList(example.firstLine(), example.endLine());
    }

    private static List<String> asGot(SpecPage page, Outcome outcome) {
        List<String> lines = new ArrayList<>();
        for (String line : asWritten(page, outcome.example())) {
            lines.add(line);
            if (line.strip().equals(RULE)) {
                break;
            }
        }
        outcome.got().forEach(fact -> lines.add(fact.toString()));
        if (outcome.got().isEmpty()) {
            lines.add(SpecPage.NONE);
        }
        lines.add("```");
        return lines;
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
