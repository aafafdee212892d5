package dev.tranche.ingest.paper;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Xml;
import dev.tranche.ingest.table.TableSource.Rows;
import dev.tranche.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tables of spreadsheets: the first row that is not empty is the header, each row below it a report. */
final class Sheets {

    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_REPEATED = 100;
    private static final int MOST_SHEETS = 200;

    /** Day 1 in spreadsheets is 1 January 1900, and their calendar has a 29 February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** Workbooks of old Macs count from 1904. */
    private static final int DAYS_TO_1904 = 1462;

    private static final Pattern DATE_1904 = Pattern.compile("date1904\\s*=\\s*[\"'](1|true)");
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");

    private final Content content;
    private final Sink sink;
    private Optional<Rows> rows = Optional.empty();
    private final Optional<List<OfficeFile.SheetRow>> gathered;
    private boolean headSeen;
    private boolean refused;
    private int number;
    private int later;

    private Sheets(Content content, Sink sink) {
        this.content = content;
        this.sink = sink;
        this.gathered = Optional.empty();
    }

    private Sheets(List<OfficeFile.SheetRow> gathered) {
        this.content = Content.of("sheet", new byte[0]);
        this.sink = ignored -> {};
        this.gathered = Optional.of(gathered);
    }

    /** Returns the rows of each sheet that has any. */
    static List<List<OfficeFile.SheetRow>> ofExcel(OfficeFile.Parts parts) throws IOException, XMLStreamException {
        List<String> shared = strings(parts.part("xl/sharedStrings.xml"));
        List<List<OfficeFile.SheetRow>> sheets = new ArrayList<>();
        for (String name : names(parts)) {
            List<OfficeFile.SheetRow> rows = new ArrayList<>();
            new Sheets(rows).excelSheet(parts.part(name), shared);
            if (!rows.isEmpty()) {
                sheets.add(rows);
            }
        }
        return sheets;
    }

    static void ofExcel(Content content, OfficeFile.Parts parts, Sink sink) throws IOException, XMLStreamException {
        List<String> shared = strings(parts.part("xl/sharedStrings.xml"));
        boolean late = DATE_1904
                .matcher(new String(parts.part("xl/workbook.xml"), StandardCharsets.UTF_8))
                .find();
        boolean any = false;
        for (String name : names(parts)) {
            Sheets sheet = new Sheets(content, sink);
            sheet.later = late ? DAYS_TO_1904 : 0;
            sheet.excelSheet(parts.part(name), shared);
            any |= sheet.headSeen;
        }
        if (!any) {
            sink.refuse(
                    content.name(), ProblemCode.EMPTY, "This is an Excel workbook without a filled cell; not read.");
        }
    }

    /** The sheets, those with a number in their order; programs name them arbitrarily. */
    private static List<String> names(OfficeFile.Parts parts) {
        return parts.names(SHEET).stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_SHEETS)
                .toList();
    }

    static void ofOpenDocument(Content content, byte[] xml, Sink sink) throws XMLStreamException {
        Sheets sheet = new Sheets(content, sink);
        XMLStreamReader reader = Xml.open(new ByteArrayInputStream(xml));
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int repeated = 1;
        String date = "";
        boolean inText = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "table" -> {
                            sheet = new Sheets(content, sink);
                        }
                        case "table-row" -> row = new ArrayList<>();
                        case "table-cell", "covered-table-cell" -> {
                            cell.setLength(0);
                            repeated = repeated(reader);
                            date = attribute(reader, "date-value");
                        }
                        case "p" -> {
                            inText = true;
                            cell.append(cell.isEmpty() ? "" : "\n");
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inText) {
                        cell.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "p" -> inText = false;
                        case "table-cell", "covered-table-cell" -> {
                            for (int i = 0; i < repeated && row.size() < MOST_COLUMNS; i++) {
                                row.add(date.isEmpty() ? cell.toString() : date);
                            }
                        }
                        case "table-row" -> sheet.take(row);
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private static int repeated(XMLStreamReader reader) {
        try {
            String count = attribute(reader, "number-columns-repeated");
            return count.isEmpty() ? 1 : Math.clamp(Integer.parseInt(count), 1, MOST_REPEATED);
        } catch (NumberFormatException odd) {
            return 1;
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    private static List<String> strings(byte[] xml) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (xml.length == 0) {
            return strings;
        }
        XMLStreamReader reader = Xml.open(new ByteArrayInputStream(xml));
        StringBuilder one = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = reader.getLocalName().equals("t");
                    phonetic += reader.getLocalName().equals("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inText && phonetic == 0) {
                        one.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    phonetic -= reader.getLocalName().equals("rPh") ? 1 : 0;
                    if (reader.getLocalName().equals("si")) {
                        strings.add(one.toString());
                        one.setLength(0);
                    }
                }
                default -> {}
            }
        }
        return strings;
    }

    private void excelSheet(byte[] xml, List<String> shared) throws XMLStreamException {
        XMLStreamReader reader = Xml.open(new ByteArrayInputStream(xml));
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        String type = "";
        int column = 0;
        boolean inValue = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "row" -> {
                            row = new ArrayList<>();
                            number = number(attribute(reader, "r"), number + 1);
                        }
                        case "c" -> {
                            type = attribute(reader, "t");
                            column = column(attribute(reader, "r"), row.size());
                            value.setLength(0);
                        }
                        case "v", "t" -> inValue = true;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inValue) {
                        value.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "v", "t" -> inValue = false;
                        case "c" -> {
                            while (row.size() < column && row.size() < MOST_COLUMNS) {
                                row.add("");
                            }
                            if (row.size() < MOST_COLUMNS) {
                                row.add(cell(type, value.toString(), shared));
                            }
                        }
                        case "row" -> take(row);
                        default -> {}
                    }
                }
                default -> {}
            }
        }
    }

    private static String cell(String type, String value, List<String> shared) {
        if (!type.equals("s")) {
            return value;
        }
        try {
            int index = Integer.parseInt(value.strip());
            return index >= 0 && index < shared.size() ? shared.get(index) : "";
        } catch (NumberFormatException odd) {
            return "";
        }
    }

    /** The letters of a cell's name go from A to XFD. */
    private static int column(String cell, int next) {
        int column = 0;
        for (int i = 0; i < cell.length() && Character.isLetter(cell.charAt(i)) && i < 3; i++) {
            column = 26 * column + Character.toUpperCase(cell.charAt(i)) - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }

    private static int number(String stated, int next) {
        try {
            return stated.isEmpty() ? next : Integer.parseInt(stated);
        } catch (NumberFormatException odd) {
            return next;
        }
    }

    private void take(List<String> row) {
        if (refused || row.stream().allMatch(String::isBlank)) {
            return;
        }
        if (gathered.isPresent()) {
            gathered.get().add(new OfficeFile.SheetRow(number, row));
            return;
        }
        if (rows.isPresent()) {
            rows.get().take(row);
            return;
        }
        headSeen = true;
        rows = Rows.open(content, row, sink).map(opened -> opened.dated(value -> day(value, later)));
        refused = rows.isEmpty();
    }

    /** A day as spreadsheets store it, the number of days since 1900; anything else unchanged. */
    static String day(String value) {
        return day(value, 0);
    }

    private static String day(String value, int later) {
        try {
            BigDecimal number = new BigDecimal(value.strip());
            int days = number.intValue() + later;
            return days > 20_000 && days < 60_000 ? DAY_ZERO.plusDays(days).toString() : value;
        } catch (NumberFormatException words) {
            return value;
        }
    }
}
