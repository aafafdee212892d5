package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Xml;
import dev.tranche.text.BlockKind;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of word-processor documents: paragraphs, headings, list items and table rows. */
final class WordText {

    /** Comments, notes at the foot of the page and deleted text; each has paragraphs of its own within a sentence. */
    private static final Set<String> LEFT_OUT_OF_OPEN = Set.of("annotation", "note", "deletion", "tracked-changes");

    private final BlockText text = new BlockText();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder row = new StringBuilder();
    private BlockKind kind = BlockKind.PARAGRAPH;
    private int tables;
    private int lists;
    private int depth;
    private int left;

    private WordText() {}

    /** Reads the main part of a Word document. */
    static BlockText read(byte[] xml) throws XMLStreamException {
        WordText word = new WordText();
        XMLStreamReader reader = Xml.open(new ByteArrayInputStream(xml));
        boolean inText = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    inText = name.equals("t");
                    word.startWord(name, reader);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inText && word.left == 0) {
                        word.paragraph.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    word.endWord(reader.getLocalName());
                }
                default -> {}
            }
        }
        return word.text;
    }

    private void startWord(String name, XMLStreamReader reader) {
        switch (name) {
            case "tab" -> paragraph.append(' ');
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            case "pStyle" -> {
                String style = String.valueOf(
                                reader.getAttributeValue(null, "val") == null
                                        ? reader.getAttributeValue(0)
                                        : reader.getAttributeValue(null, "val"))
                        .toLowerCase(Locale.ROOT);
                kind = style.startsWith("heading") || style.equals("title") || style.startsWith("berschrift")
                        ? BlockKind.HEADING
                        : style.contains("caption")
                                ? BlockKind.CAPTION
                                : style.contains("quote") ? BlockKind.QUOTE : kind;
            }
            case "numPr" -> kind = kind == BlockKind.HEADING ? kind : BlockKind.LIST_ITEM;
            case "tbl" -> tables++;
            // Text that was deleted or moved elsewhere, and the copy of a drawing for old programs, do not count.
            case "del", "moveFrom", "Fallback", "instrText" -> left++;
            default -> {}
        }
    }

    private void endWord(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> row.append('\t');
            case "tr" -> endRow();
            case "tbl" -> tables--;
            case "del", "moveFrom", "Fallback", "instrText" -> left--;
            default -> {}
        }
    }

    private void endParagraph() {
        if (tables > 0) {
            if (!row.isEmpty() && row.charAt(row.length() - 1) != '\t' && !paragraph.isEmpty()) {
                row.append(' ');
            }
            row.append(paragraph);
        } else {
            text.add(kind, paragraph.toString());
        }
        paragraph.setLength(0);
        kind = BlockKind.PARAGRAPH;
    }

    private void endRow() {
        text.add(BlockKind.TABLE_ROW, row.toString());
        row.setLength(0);
    }

    /** Reads the content of an OpenDocument text. */
    static BlockText readOpen(byte[] xml) throws XMLStreamException {
        WordText word = new WordText();
        XMLStreamReader reader = Xml.open(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (LEFT_OUT_OF_OPEN.contains(reader.getLocalName())) {
                        word.left++;
                    } else if (word.left == 0) {
                        word.startOpen(reader.getLocalName());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (word.depth > 0 && word.left == 0) {
                        word.paragraph.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (LEFT_OUT_OF_OPEN.contains(reader.getLocalName())) {
                        word.left--;
                    } else if (word.left == 0) {
                        word.endOpen(reader.getLocalName());
                    }
                }
                default -> {}
            }
        }
        return word.text;
    }

    private void startOpen(String name) {
        switch (name) {
            case "h" -> {
                depth++;
                kind = BlockKind.HEADING;
            }
            case "p" -> {
                depth++;
                kind = lists > 0 ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
            }
            case "list" -> lists++;
            case "table" -> tables++;
            case "s", "tab" -> paragraph.append(' ');
            case "line-break" -> paragraph.append('\n');
            default -> {}
        }
    }

    private void endOpen(String name) {
        switch (name) {
            case "h", "p" -> {
                depth--;
                endParagraph();
            }
            case "list" -> lists--;
            case "table-cell" -> row.append('\t');
            case "table-row" -> endRow();
            case "table" -> tables--;
            default -> {}
        }
    }

    /** Reads the properties of a document: the values of its elements by their local names. */
    static Map<String, String> properties(byte[] xml) throws XMLStreamException {
        Map<String, String> all = new HashMap<>();
        if (xml.length == 0) {
            return all;
        }
        XMLStreamReader reader = Xml.open(new ByteArrayInputStream(xml));
        String name = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> name = reader.getLocalName();
                case XMLStreamConstants.CHARACTERS -> {
                    if (!name.isEmpty() && !reader.getText().isBlank()) {
                        all.putIfAbsent(name, reader.getText().strip());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> name = "";
                default -> {}
            }
        }
        return all;
    }
}
