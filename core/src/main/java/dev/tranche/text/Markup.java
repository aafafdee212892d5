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
 * @param categories the categories that its feed puts it in, as written; at most {@value #MOST_CATEGORIES}
 * @param enclosures the addresses of files that its feed attaches to it, as written; at most {@value #MOST_ENCLOSURES}
 */
public record Markup(
        List<Block> blocks,
        Optional<MarkedDay> day,
        Optional<String> author,
        Optional<String> agency,
        List<String> categories,
        List<String> enclosures) {

    /** The most categories of one report that are kept. */
    public static final int MOST_CATEGORIES = 50;

    /** The most files attached to one report of which the addresses are kept. */
    public static final int MOST_ENCLOSURES = 20;

    /** A longer category or address is left out. */
    private static final int LONGEST = 2000;

    /** A report of plain text. */
    public static final Markup NONE = new Markup(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Builds the markup of a report that is in no category and has no files. */
    public Markup(List<Block> blocks, Optional<MarkedDay> day, Optional<String> author, Optional<String> agency) {
        this(blocks, day, author, agency, List.of(), List.of());
    }

    /** Copies the lists, leaves out what is blank, too long or too much of the last two, and refuses blocks that overlap or are out of order. */
    public Markup {
        blocks = List.copyOf(blocks);
        categories = kept(categories, MOST_CATEGORIES);
        enclosures = kept(enclosures, MOST_ENCLOSURES);
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
        return new Markup(blocks, Optional.empty(), author, agency, categories, enclosures);
    }

    /** Copies this with what a feed says about the report. */
    public Markup with(List<String> categories, List<String> enclosures) {
        return new Markup(blocks, day, author, agency, categories, enclosures);
    }

    private static List<String> kept(List<String> all, int most) {
        return all.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && one.length() <= LONGEST)
                .distinct()
                .limit(most)
                .toList();
    }
}
