package dev.tranche.export;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;

/** The parts of a workbook that do not depend on its tables: the cell styles and the list of files in the archive. */
final class XlsxStyles {

    static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    static final int TEXT = 0;
    static final int HEADING = 1;
    static final int DAY = 2;
    static final int COUNT = 3;
    static final int WHOLE = 4;
    static final int BROKEN = 5;

    /** Text that begins like a formula. */
    static final int MARKED = 6;

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

    private XlsxStyles() {}

    /** Returns the style of a number: with or without decimals. */
    static int of(BigDecimal number) {
        return number.stripTrailingZeros().scale() > 0 ? BROKEN : WHOLE;
    }

    /** The order of the cell formats is that of the constants above. */
    static String sheet(String main) {
        return "<styleSheet xmlns=\"" + main + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\""
                + "yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font><sz"
                + " val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz"
                + " val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills"
                + " count=\"2\"><fill><patternFill"
                + " patternType=\"none\"/></fill><fill><patternFill"
                + " patternType=\"gray125\"/></fill></fills><borders"
                + " count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs"
                + " count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\""
                + " borderId=\"0\"/></cellStyleXfs><cellXfs count=\"7\">"
                + format(0, 0, "")
                + format(0, 1, " applyFont=\"1\"")
                + format(164, 0, " applyNumberFormat=\"1\"")
                + format(1, 0, " applyNumberFormat=\"1\"")
                + format(3, 0, " applyNumberFormat=\"1\"")
                + format(4, 0, " applyNumberFormat=\"1\"")
                + format(49, 0, " applyNumberFormat=\"1\" quotePrefix=\"1\"")
                + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\""
                + " builtinId=\"0\"/></cellStyles></styleSheet>";
    }

    private static String format(int number, int font, String more) {
        return "<xf numFmtId=\"" + number + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\"" + more
                + "/>";
    }

    static String links(String links) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + links + "</Relationships>";
    }

    static String roots() {
        return links("<Relationship Id=\"rId1\" Type=\"" + RELATION + "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"" + PACKAGE + "/relationships/metadata/core-properties\""
                + " Target=\"docProps/core.xml\"/>");
    }

    static String core(Cover cover) {
        String made = cover.made().truncatedTo(ChronoUnit.SECONDS).toString();
        return "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + Xml.text("Ledger of " + cover.publisher().name()) + "</dc:title><dc:creator>Tranche "
                + Xml.text(cover.version()) + "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">" + made
                + "</dcterms:created></cp:coreProperties>";
    }

    static String types(String sheets) {
        return "<Types xmlns=\"" + PACKAGE + "/content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                + " PartName=\"/xl/workbook.xml\""
                + " ContentType=\"" + CONTENT + ".sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + CONTENT + ".styles+xml\"/>"
                + "<Override PartName=\"/docProps/core.xml\""
                + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>" + sheets + "</Types>";
    }
}
