package dev.tranche.ingest.page;

import dev.tranche.text.BlockKind;

/** A run of text between two block boundaries of a page, in page order. */
final class Leaf {

    final Box box;
    final String text;
    final BlockKind kind;

    /** The number of its characters in links. */
    final int linkCharacters;

    /** How strongly it counts for (above 0) or against (below 0) being part of a report. */
    double worth;

    /** Is it inside part of the page around a report: menus, teasers, comments? */
    boolean aside;

    Leaf(Box box, String text, BlockKind kind, int linkCharacters) {
        this.box = box;
        this.text = text;
        this.kind = kind;
        this.linkCharacters = linkCharacters;
    }

    int length() {
        return text.length();
    }

    /** Is it a list item or table row that is not a link? */
    boolean isRow() {
        return (kind == BlockKind.LIST_ITEM || kind == BlockKind.TABLE_ROW) && linkShare() < 0.3;
    }

    double linkShare() {
        return text.isEmpty() ? 0 : (double) linkCharacters / text.length();
    }
}
