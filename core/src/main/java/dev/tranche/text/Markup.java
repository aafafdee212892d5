package dev.tranche.text;

import java.util.List;
import java.util.Optional;

/**
 * What the markup of a report states beyond its words.
 *
 * @param blocks the parts of the document text in order, none overlapping; empty for plain text
 * @param day the day of publication that the markup states
 * @param author who wrote it, as written
 * @param agency the news agency that it is credited to
 */
public record Markup(List<Block> blocks, Optional<MarkedDay> day, Optional<String> author, Optional<String> agency) {

    /** A report of plain text. */
    public static final Markup NONE = new Markup(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the list and refuses blocks that overlap or are out of order. */
    public Markup {
        blocks = List.copyOf(blocks);
        int end = 0;
        for (Block block : blocks) {
            if (block.span().start() < end) {
                throw new IllegalArgumentException("blocks are in order and do not overlap: " + block);
            }
            end = block.span().end();
        }
    }

    /** Copies this without the day. */
    public Markup undated() {
        return new Markup(blocks, Optional.empty(), author, agency);
    }
}
