package dev.tranche.print;

import dev.tranche.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** The facts of one report as a tree: each part below its whole, both in the order of their words. */
final class FactTree {

    private final List<Fact> facts;
    private final List<Row> rows = new ArrayList<>();
    private final boolean[] placed;

    private FactTree(List<Fact> facts) {
        this.facts = facts;
        this.placed = new boolean[facts.size()];
    }

    /**
     * A fact with the lines that tie it to its whole.
     *
     * @param fact the fact
     * @param branch what precedes its first line
     * @param trunk what precedes its further lines, as wide as the branch
     */
    record Row(Fact fact, String branch, String trunk) {}

    /** Returns every fact once. Facts that are parts of one another in a circle start a tree of their own. */
    static List<Row> rows(List<Fact> facts) {
        FactTree tree = new FactTree(facts);
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).partOf().isEmpty()) {
                tree.place(i, "", "");
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            if (!tree.placed[i]) {
                tree.place(i, "", "");
            }
        }
        return tree.rows;
    }

    private void place(int at, String branch, String trunk) {
        placed[at] = true;
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            if (!placed[i] && facts.get(i).partOf().orElse(-1) == at) {
                parts.add(i);
            }
        }
        rows.add(new Row(facts.get(at), branch, trunk + (parts.isEmpty() ? "" : "│")));
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            if (!placed[parts.get(i)]) {
                place(parts.get(i), trunk + (last ? "└ " : "├ "), trunk + (last ? "  " : "│ "));
            }
        }
    }
}
