package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.ingest.Xml;
import dev.tranche.text.BlockKind;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of word-processor documents: paragraphs, headings, list items and table rows. */
final class WordText {

    private final BlockText text = new BlockText();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder row = new StringBuilder();
    private BlockKind kind = BlockKind.PARAGRAPH;
    private int tables;
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
            // Deleted text, and the copy of a drawing for old programs, do not count.
            case "del", "Fallback", "instrText" -> left++;
            default -> {}
        }
    }

    private void endWord(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> row.append('\t');
            case "tr" -> endRow();
            case "tbl" -> tables--;
            case "del", "Fallback", "instrText" -> left--;
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
        int lists = 0;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "h" -> {
                            depth++;
                            word.kind = BlockKind.HEADING;
                        }
                        case "p" -> {
                            depth++;
                            word.kind = lists > 0 ? BlockKind.LIST_ITEM : BlockKind.PARAGRAPH;
                        }
                        case "list" -> lists++;
                        case "table" -> word.tables++;
                        case "s", "tab" -> word.paragraph.append(' ');
                        case "line-break" -> word.paragraph.append('\n');
                        case "annotation", "deletion", "tracked-changes" -> word.left++;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth > 0 && word.left == 0) {
                        word.paragraph.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "h", "p" -> {
                            depth--;
                            word.endParagraph();
                        }
                        case "list" -> lists--;
                        case "table-cell" -> word.row.append('\t');
                        case "table-row" -> word.endRow();
                        case "table" -> word.tables--;
                        case "annotation", "deletion", "tracked-changes" -> word.left--;
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        return word.text;
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
