package dev.tranche.text;

import java.util.Locale;

/** What part of a report a block is, as its source marks it. */
public enum BlockKind {
    /** The headline of the report. */
    HEADLINE,
    /** The summary under the headline. */
    LEAD,
    /** A headline inside the report. */
    HEADING,
    /** Running text. */
    PARAGRAPH,
    /** An item of a list. */
    LIST_ITEM,
    /** A row of a table, its cells with tabs between them. */
    TABLE_ROW,
    /** Words set apart as said or written by somebody else. */
    QUOTE,
    /** Words under a picture or other illustration. */
    CAPTION;

    /** Returns the word used in files: lower case with hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
