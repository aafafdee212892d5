package dev.tranche.ingest;

import dev.tranche.text.Block;
import dev.tranche.text.BlockKind;
import dev.tranche.text.Document;
import dev.tranche.text.MarkedDay;
import dev.tranche.text.Markup;
import dev.tranche.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins blocks to the text of a document: a blank line between paragraphs, a line end inside lists and tables. */
public final class BlockText {

    private static final int GAP = 2;

    private final StringBuilder body = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private BlockKind last = BlockKind.HEADLINE;

    /** Adds a block; a blank one is left out. */
    public void add(BlockKind kind, String words) {
        String text = words.strip();
        if (text.isEmpty()) {
            return;
        }
        if (!body.isEmpty()) {
            boolean row = kind == last && (kind == BlockKind.LIST_ITEM || kind == BlockKind.TABLE_ROW);
            body.append(row ? "\n" : "\n\n");
        }
        int start = body.length();
        body.append(text);
        blocks.add(new Block(kind, new Span(start, body.length())));
        last = kind;
    }

    /** Adds the paragraphs of a text that has blank lines between them. */
    public void addText(String words) {
        if (words.indexOf('\n') < 0 && words.indexOf('\r') < 0) {
            add(BlockKind.PARAGRAPH, words);
            return;
        }
        for (String paragraph : words.split("\\R\\s*\\R", -1)) {
            add(BlockKind.PARAGRAPH, paragraph);
        }
    }

    /** Returns the number of characters so far. */
    public int length() {
        return body.length();
    }

    /** Returns the text so far. */
    public String text() {
        return body.toString();
    }

    /**
     * Returns the document of these blocks, without metadata.
     *
     * @param id the name of the report
     * @param title its headline, possibly empty
     */
    public Document document(
            String id, String title, Optional<MarkedDay> day, Optional<String> author, Optional<String> agency) {
        String headline = title.strip();
        int offset = headline.isEmpty() ? 0 : headline.length() + GAP;
        List<Block> moved = new ArrayList<>(blocks.size() + 1);
        if (!headline.isEmpty()) {
            moved.add(new Block(BlockKind.HEADLINE, new Span(0, headline.length())));
        }
        for (Block block : blocks) {
            moved.add(new Block(
                    block.kind(),
                    new Span(block.span().start() + offset, block.span().end() + offset)));
        }
        return Document.of(id, headline, body.toString()).with(new Markup(moved, day, author, agency));
    }
}
