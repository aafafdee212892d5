package dev.tranche.ingest.page;

import dev.tranche.text.BlockKind;

/** A run of text between two edges of blocks of a page, in the order of the page. */
final class Leaf {

    final Box box;
    final String text;
    final BlockKind kind;

    /** How many of its characters are links. */
    final int linkCharacters;

    /** How strongly it counts for (above 0) or against (below 0) being part of a report. */
    double worth;

    /** Is it inside something that pages put around reports: menus, teasers, comments? */
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
