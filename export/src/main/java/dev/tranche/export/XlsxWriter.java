package dev.tranche.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a workbook sheet by sheet and row by row, so that memory does not grow with it. Equal tables give equal bytes.
 *
 * <p>Text is written into the cells themselves and never into formulas; text that a program would take for a formula if
 * retyped is marked as text.
 */
final class XlsxWriter implements AutoCloseable {

    /** The limits of a sheet, from ECMA-376 and the limits published for Excel. */
    static final int MOST_ROWS = 1_048_576;

    private static final int MOST_CHARACTERS = 32_767;

    /** Numbers with more digits than a double holds are written as text. */
    private static final int MOST_DIGITS = 15;

    private static final int LONGEST_NAME = 31;

    /** Day 0 of spreadsheets; days before March 1900 are counted differently by different programs. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final OutputStream target;
    private final ZipParts zip;
    private final int mostRows;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** A written sheet: its name and the cells covered by its filter. */
    private record Sheet(String name, String area) {}

    XlsxWriter(OutputStream target) {
        this(target, MOST_ROWS);
    }

    /** Writes sheets with a maximum number of rows; a longer table continues in another sheet. */
    XlsxWriter(OutputStream target, int mostRows) {
        this.target = target;
        this.zip = new ZipParts(target);
        this.mostRows = mostRows;
    }

    /** Adds a table as a sheet, or as several if it is longer than one can be. */
    void add(Table<?> table) throws IOException {
        try (Rows rows = new Rows(table)) {
            table.forEach(rows::add);
        }
    }

    /** Writes rows into the sheets of one table. */
    private final class Rows implements AutoCloseable {
        private final Table<?> table;
        private Writer out = Writer.nullWriter();
        private int rows;
        private int parts;

        Rows(Table<?> table) throws IOException {
            this.table = table;
            begin();
        }

        private void begin() throws IOException {
            parts++;
            rows = 0;
            out = writer("xl/worksheets/sheet" + (sheets.size() + 1) + ".xml");
            out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\""
                    + (sheets.isEmpty() ? " tabSelected=\"1\"" : "")
                    + "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                    + "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews><cols>");
            for (int i = 0; i < table.columns().size(); i++) {
                out.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                        + width(table.columns().get(i)) + "\" customWidth=\"1\"/>");
            }
            out.write("</cols><sheetData><row r=\"1\">");
            for (int i = 0; i < table.columns().size(); i++) {
                text(i, 1, table.columns().get(i).name(), XlsxStyles.HEADING);
            }
            out.write("</row>");
            rows = 1;
        }

        void add(List<Value> cells) throws IOException {
            if (rows == mostRows) {
                end();
                begin();
            }
            rows++;
            out.write("<row r=\"" + rows + "\">");
            for (int i = 0; i < cells.size(); i++) {
                cell(i, cells.get(i), table.columns().get(i).kind());
            }
            out.write("</row>");
        }

        private void cell(int column, Value value, Column.Kind kind) throws IOException {
            switch (value) {
                case Value.Nothing nothing -> {}
                case Value.Text text ->
                    text(column, rows, text.text(), SafeCell.runs(text.text()) ? XlsxStyles.MARKED : XlsxStyles.TEXT);
                case Value.Truth truth ->
                    out.write("<c r=\"" + name(column) + rows + "\" t=\"b\"><v>" + (truth.is() ? 1 : 0) + "</v></c>");
                case Value.Amount number -> {
                    String digits = number.number().toPlainString();
                    if (number.number().stripTrailingZeros().precision() > MOST_DIGITS) {
                        text(column, rows, digits, XlsxStyles.TEXT);
                    } else {
                        int style = kind == Column.Kind.COUNT ? XlsxStyles.COUNT : XlsxStyles.of(number.number());
                        out.write("<c r=\"" + name(column) + rows + "\" s=\"" + style + "\"><v>" + digits + "</v></c>");
                    }
                }
                case Value.Day day -> {
                    if (day.day().isBefore(FIRST_DAY) || day.day().getYear() > 9999) {
                        text(column, rows, day.day().toString(), XlsxStyles.TEXT);
                    } else {
                        out.write("<c r=\"" + name(column) + rows + "\" s=\"" + XlsxStyles.DAY + "\"><v>"
                                + ChronoUnit.DAYS.between(DAY_ZERO, day.day()) + "</v></c>");
                    }
                }
            }
        }

        private void text(int column, int row, String text, int style) throws IOException {
            out.write("<c r=\"" + name(column) + row + "\" s=\"" + style + "\" t=\"inlineStr\"><is>"
                    + "<t xml:space=\"preserve\">" + escaped(Characters.cut(text, MOST_CHARACTERS))
                    + "</t></is></c>");
        }

        private void end() throws IOException {
            String area = "A1:" + name(table.columns().size() - 1) + Math.max(rows, 1);
            out.write("</sheetData><autoFilter ref=\"" + area + "\"/></worksheet>");
            out.close();
            out = Writer.nullWriter();
            sheets.add(new Sheet(sheetName(parts == 1 ? table.name() : table.name() + " " + parts), area));
        }

        @Override
        public void close() throws IOException {
            end();
        }
    }

    private static int width(Column<?> column) {
        int least = column.name().length() + 4;
        return switch (column.kind()) {
            case TRUTH, COUNT -> Math.max(9, least);
            case DAY -> Math.max(12, least);
            case NUMBER -> Math.max(18, least);
            case TEXT -> Math.max(16, least);
        };
    }

    /** Sheets have unique names of at most 31 characters. */
    private String sheetName(String wanted) {
        String plain = wanted.replace('_', ' ');
        String name = plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("two sheets are named " + name);
        }
        return name;
    }

    /** Returns the letters of a column: A, B, …, Z, AA. */
    static String name(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /**
     * Escapes for XML, and for the form of strings of Office Open XML, in which {@code _x000D_} encodes a character
     * that XML would change.
     */
    private static String escaped(String text) {
        String plain = text.contains("_x") ? text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_") : text;
        return Xml.text(plain).replace("\r", "_x000D_");
    }

    private Writer writer(String name) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(zip.open(name), StandardCharsets.UTF_8), 1 << 16);
    }

    private void file(String name, String content) throws IOException {
        try (Writer out = writer(name)) {
            out.write(HEAD + content);
        }
    }

    /** Writes the list of sheets and completes the file. */
    void complete(Cover cover) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder areas = new StringBuilder();
        StringBuilder links = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            int number = i + 1;
            list.append("<sheet name=\"" + sheet.name() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
            areas.append("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"" + i + "\" hidden=\"1\">'"
                    + sheet.name() + "'!" + absolute(sheet.area()) + "</definedName>");
            links.append("<Relationship Id=\"rId" + number + "\" Type=\"" + XlsxStyles.RELATION
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
            types.append("<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\""
                    + XlsxStyles.CONTENT + ".worksheet+xml\"/>");
        }
        file(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + XlsxStyles.RELATION + "\"><bookViews><workbookView/>"
                        + "</bookViews><sheets>" + list + "</sheets><definedNames>" + areas
                        + "</definedNames></workbook>");
        file(
                "xl/_rels/workbook.xml.rels",
                XlsxStyles.links(links + "<Relationship Id=\"rId" + (sheets.size() + 1) + "\" Type=\""
                        + XlsxStyles.RELATION + "/styles\" Target=\"styles.xml\"/>"));
        file("xl/styles.xml", XlsxStyles.sheet(MAIN));
        file("docProps/core.xml", XlsxStyles.core(cover));
        file("_rels/.rels", XlsxStyles.roots());
        file("[Content_Types].xml", XlsxStyles.types(types.toString()));
        zip.close();
    }

    private static String absolute(String area) {
        return area.replaceAll("([A-Z]+)([0-9]+)", "\\$$1\\$$2");
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
