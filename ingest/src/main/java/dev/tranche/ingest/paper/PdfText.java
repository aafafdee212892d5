package dev.tranche.ingest.paper;

import dev.tranche.ingest.BlockText;
import dev.tranche.text.BlockKind;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of a PDF document in reading order, without what is repeated on each page; lines are joined. */
final class PdfText {

    /** A line at the edge of this many pages is a page header or footer. */
    private static final int OFTEN = 3;

    private static final int EDGE_LINES = 3;
    private static final int MOST_CHARACTERS = 32 << 20;
    private static final int PAGES_LOOKED_AT = 5;

    private PdfText() {}

    /** The document takes more work than any normal one. */
    static final class TooMuch extends IOException {
        TooMuch(String message) {
            super(message);
        }
    }

    /**
     * Counts instructions and letters, which a small file can demand without limit: packed a thousandfold, or by forms
     * that include forms. Not safe for several threads.
     */
    private static final class Bounded extends PDFTextStripper {
        private static final int MOST_INSTRUCTIONS = 20_000_000;
        private static final int MOST_LETTERS_OF_A_PAGE = 300_000;

        private int instructions;
        private int letters;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            instructions++;
            if (isTooMuch()) {
                throw new TooMuch("it takes too many instructions");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            letters++;
            if (!isTooMuch()) {
                super.processTextPosition(text);
            }
        }

        private boolean isTooMuch() {
            return instructions > MOST_INSTRUCTIONS || letters > MOST_LETTERS_OF_A_PAGE;
        }

        /** Writes a page; what is thrown inside a form is lost in the library, so the count is checked again. */
        void page(PDDocument document, int page, StringWriter text) throws IOException {
            letters = 0;
            setStartPage(page);
            setEndPage(page);
            writeText(document, text);
            if (isTooMuch()) {
                throw new TooMuch("it takes too many instructions");
            }
        }
    }

    static BlockText read(PDDocument document) throws IOException {
        Bounded stripper = new Bounded();
        stripper.setParagraphEnd("\n");
        stripper.setLineSeparator("\n");
        stripper.setAddMoreFormatting(true);
        List<List<String>> pages = new ArrayList<>();
        int characters = 0;
        for (int page = 1; page <= document.getNumberOfPages() && characters < MOST_CHARACTERS; page++) {
            StringWriter text = new StringWriter();
            stripper.page(document, page, text);
            characters += text.getBuffer().length();
            pages.add(text.toString().lines().map(line -> line.strip()).toList());
        }
        Map<String, Integer> edges = edges(pages);
        Paragraphs paragraphs = new Paragraphs();
        for (List<String> page : pages) {
            List<String> lines = withoutEdges(page, edges);
            lines.forEach(paragraphs::line);
            paragraphs.page();
        }
        return paragraphs.end();
    }

    private static Map<String, Integer> edges(List<List<String>> pages) {
        Map<String, Integer> edges = new HashMap<>();
        for (List<String> page : pages) {
            List<String> full = page.stream().filter(line -> !line.isBlank()).toList();
            for (int i = 0; i < full.size(); i++) {
                if (i < EDGE_LINES || i >= full.size() - EDGE_LINES) {
                    edges.merge(bare(full.get(i)), 1, Integer::sum);
                }
            }
        }
        return edges;
    }

    private static List<String> withoutEdges(List<String> page, Map<String, Integer> edges) {
        long full = page.stream().filter(line -> !line.isBlank()).count();
        List<String> kept = new ArrayList<>();
        int seen = 0;
        for (String line : page) {
            if (line.isBlank()) {
                kept.add(line);
                continue;
            }
            boolean edge = seen < EDGE_LINES || seen >= full - EDGE_LINES;
            seen++;
            boolean number = edge
                    && line.matches(
                            "(?i)(page\\s+|seite\\s+|p\\.\\s*)?[-–(]?\\s*\\d{1,4}\\s*[-–)]?(\\s*(/|of|von)\\s*\\d{1,4})?");
            if (!number && !(edge && edges.getOrDefault(bare(line), 0) >= OFTEN)) {
                kept.add(line);
            }
        }
        return kept;
    }

    /** Page numbers in a header or footer change from page to page. */
    private static String bare(String line) {
        return line.replaceAll("\\d+", "#");
    }

    /** Does one of the first pages show a picture? */
    static boolean hasPictures(PDDocument document) {
        int seen = 0;
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            if (resources != null) {
                for (COSName name : resources.getXObjectNames()) {
                    if (resources.isImageXObject(name)) {
                        return true;
                    }
                }
            }
            if (++seen == PAGES_LOOKED_AT) {
                break;
            }
        }
        return false;
    }

    /** Joins lines to paragraphs and words that were split at the end of a line. */
    private static final class Paragraphs {
        private final BlockText text = new BlockText();
        private final StringBuilder open = new StringBuilder();

        void line(String line) {
            if (line.isBlank()) {
                flush();
                return;
            }
            if (open.isEmpty()) {
                open.append(line);
                return;
            }
            int last = open.length() - 1;
            char end = open.charAt(last);
            boolean hyphen = (end == '-' || end == '\u00AD' || end == '\u2010')
                    && last > 0
                    && Character.isLetter(open.charAt(last - 1))
                    && Character.isLowerCase(line.charAt(0));
            if (hyphen) {
                open.setLength(last);
                open.append(line);
                return;
            }
            open.append(' ').append(line);
        }

        /** A sentence may continue on the next page. */
        void page() {
            int last = open.length() - 1;
            if (last >= 0 && ".!?:\"”»".indexOf(open.charAt(last)) >= 0) {
                flush();
            }
        }

        private void flush() {
            text.add(BlockKind.PARAGRAPH, open.toString());
            open.setLength(0);
        }

        BlockText end() {
            flush();
            return text;
        }
    }
}
