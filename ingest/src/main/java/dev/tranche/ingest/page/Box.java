package dev.tranche.ingest.page;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block element of a page that holds text, with totals over the leaves in it. */
final class Box {

    final Element element;
    final @Nullable Box parent;
    final int depth;

    /** Is it, by its tag or its names, part of the page around a report? */
    final boolean around;

    /** Does its name rule out a report: cookies, comments? */
    final boolean strictly;

    /** Does it, by its tag or its names, claim to be the report? */
    final boolean claimed;

    /** The characters of the leaves in it that read like prose. */
    int prose;

    /** The sum of the scores of the leaves in it. */
    double worth;

    int firstLeaf = -1;
    int lastLeaf = -1;

    Box(Element element, @Nullable Box parent, boolean around, boolean strictly, boolean claimed) {
        this.element = element;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.around = around;
        this.strictly = strictly;
        this.claimed = claimed;
    }

    Optional<Box> above() {
        return Optional.ofNullable(parent);
    }

    boolean isIn(Box other) {
        for (Box each = this; each != null; each = each.parent) {
            if (each == other) {
                return true;
            }
        }
        return false;
    }
}
