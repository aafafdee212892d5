package dev.tranche.official;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tranche.fact.Stage;
import dev.tranche.ingest.paper.OfficeFile;
import dev.tranche.lexicon.Lexicon;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Reads official lists: tables in CSV or XLSX, and IATI activity files. A list is added whole or, if anything in it
 * cannot be read, not at all.
 */
public final class ListReader {

    /** Nobody corrects more lines at once. */
    private static final int MOST_PROBLEMS = 20;

    /** More rows than any public list of assistance has. */
    private static final int MOST_ROWS = 200_000;

    private static final String NOT_POSITIVE = "amounts that are zero or return money";

    private final Words words = new Words();
    private final Lexicon lexicon;
    private final Cells cells;

    /** Builds a reader over the names of a lexicon. */
    public ListReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.cells = new Cells(lexicon, words);
    }

    /** A line of a table. */
    private record Line(int number, List<String> cells) {}

    /**
     * Reads a list.
     *
     * @param file name of the file, for messages
     * @throws ListException for a list that cannot be added
     */
    public OfficialList read(String file, byte[] bytes, ListDefaults defaults) {
        Optional<OfficeFile> office =
                bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K' ? OfficeFile.open(bytes) : Optional.empty();
        if (office.isPresent()) {
            return workbook(file, office.get(), defaults);
        }
        String text = text(file, bytes);
        if (text.stripLeading().startsWith("<")) {
            return new IatiList(file, cells, words, defaults).read(bytes);
        }
        return table(file, csv(file, text), defaults);
    }

    private static String text(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new ListException(List.of(
                    file + ": this is neither a table in UTF-8 nor a workbook (.xlsx); save it as" + " CSV in UTF-8."));
        }
    }

    /** A workbook may begin with a cover: the list is the first sheet whose header has what a list needs. */
    private OfficialList workbook(String file, OfficeFile office, ListDefaults defaults) {
        List<List<Line>> sheets = sheets(file, office);
        Optional<ListException> refused = Optional.empty();
        for (List<Line> sheet : sheets) {
            try {
                columns(file, sheet, defaults);
            } catch (ListException other) {
                refused = refused.or(() -> Optional.of(other));
                continue;
            }
            return table(file, sheet, defaults);
        }
        throw refused.orElseGet(() -> new ListException(List.of(
                file + ": this is not an Excel workbook with any filled cell; save the list as .xlsx or .csv.")));
    }

    private static List<List<Line>> sheets(String file, OfficeFile office) {
        try {
            return office.sheets().stream()
                    .map(sheet -> sheet.stream()
                            .map(row -> new Line(row.number(), row.cells()))
                            .toList())
                    .toList();
        } catch (IOException | XMLStreamException broken) {
            throw new ListException(List.of(file + ": the workbook cannot be read: " + broken.getMessage()
                    + ". Save it again, or as CSV in UTF-8."));
        }
    }

    private ListColumns columns(String file, List<Line> lines, ListDefaults defaults) {
        Line head = lines.getFirst();
        return ListColumns.of(file, head.number(), head.cells(), words, defaults, lexicon::isCurrency);
    }

    /** Semicolons and tabs divide the cells of a table whose first line has more of them than commas. */
    private static List<Line> csv(String file, String text) {
        String first = text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .findFirst()
                .orElse("");
        char divider = ',';
        for (char other : new char[] {';', '\t'}) {
            divider = count(first, other) > count(first, divider) ? other : divider;
        }
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(divider)
                .commentStrategy(CommentStrategy.SKIP)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                lines.add(new Line((int) record.getStartingLineNumber(), record.getFields()));
                if (lines.size() > MOST_ROWS + 1) {
                    throw new ListException(
                            List.of(file + ": the table has more than " + MOST_ROWS + " rows; split it."));
                }
            }
        } catch (CsvParseException | IOException broken) {
            throw new ListException(List.of(file + ": not a table that can be read: " + broken.getMessage() + "."));
        }
        return lines;
    }

    private static long count(String line, char divider) {
        return line.chars().filter(c -> c == divider).count();
    }

    private OfficialList table(String file, List<Line> lines, ListDefaults defaults) {
        if (lines.isEmpty()) {
            throw new ListException(List.of(file + ": it has no rows."));
        }
        ListColumns columns = columns(file, lines, defaults);
        List<OfficialList.Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, Integer> leftOut = new TreeMap<>();
        for (Line line : lines.subList(1, lines.size())) {
            if (line.cells().stream().allMatch(String::isBlank)) {
                continue;
            }
            Row row = new Row(file, line, columns, problems);
            Optional<OfficialList.Row> read = row.read();
            read.ifPresent(rows::add);
            if (row.isNotPositive) {
                leftOut.merge(NOT_POSITIVE, 1, Integer::sum);
            }
            if (problems.size() >= MOST_PROBLEMS) {
                problems.add(file + ": there may be more; only the first " + MOST_PROBLEMS + " are told.");
                break;
            }
        }
        if (!problems.isEmpty()) {
            throw new ListException(problems);
        }
        if (rows.isEmpty()) {
            throw new ListException(List.of(file + ": none of its rows says that money was given."));
        }
        return new OfficialList(rows, leftOut);
    }

    /** Reads one row, noting each cell that cannot be read. */
    private final class Row {

        private final String file;
        private final Line line;
        private final ListColumns columns;
        private final List<String> problems;
        private boolean isNotPositive;

        Row(String file, Line line, ListColumns columns, List<String> problems) {
            this.file = file;
            this.line = line;
            this.columns = columns;
            this.problems = problems;
        }

        Optional<OfficialList.Row> read() {
            var date = needed("date", Cells::day);
            Optional<BigDecimal> amount =
                    needed("amount", written -> cells.amount(written).multiply(columns.unit()));
            Optional<String> currency = needed("currency", cells::currency);
            Optional<String> donor = needed("donor", cells::party);
            Optional<List<String>> recipients = needed("recipients", cells::parties);
            Optional<OptionalInt> counter = read("counter", ListReader::counter, OptionalInt.empty());
            Optional<Stage> stage = read("stage", Cells::stage, Stage.ANNOUNCED);
            isNotPositive = amount.filter(one -> one.signum() <= 0).isPresent();
            boolean isWhole = date.isPresent()
                    && amount.isPresent()
                    && currency.isPresent()
                    && donor.isPresent()
                    && recipients.isPresent()
                    && counter.isPresent()
                    && stage.isPresent();
            if (!isWhole || isNotPositive) {
                return Optional.empty();
            }
            return Optional.of(new OfficialList.Row(
                    line.number(),
                    date.get(),
                    amount.get(),
                    currency.get(),
                    donor.get(),
                    recipients.get(),
                    columns.cell(line.cells(), "authority"),
                    counter.get(),
                    stage.get(),
                    columns.cell(line.cells(), "note"),
                    columns.cell(line.cells(), "source")));
        }

        private <T> Optional<T> needed(String cell, java.util.function.Function<String, T> reader) {
            String written = columns.cell(line.cells(), cell);
            if (written.isBlank()) {
                refuse(cell, "the cell is empty; fill it or remove the row.");
                return Optional.empty();
            }
            return read(cell, reader, written);
        }

        private <T> Optional<T> read(String cell, java.util.function.Function<String, T> reader, T without) {
            String written = columns.cell(line.cells(), cell);
            return written.isBlank() ? Optional.of(without) : read(cell, reader, written);
        }

        private <T> Optional<T> read(String cell, java.util.function.Function<String, T> reader, String written) {
            try {
                return Optional.of(reader.apply(written));
            } catch (Cells.Unclear unclear) {
                refuse(cell, String.valueOf(unclear.getMessage()));
                return Optional.empty();
            }
        }

        private void refuse(String cell, String why) {
            OptionalInt column = columns.column(cell);
            String place = column.isPresent() ? ", column " + column.getAsInt() + " (" + columns.name(cell) + ")" : "";
            problems.add(file + ", line " + line.number() + place + ": " + why);
        }
    }

    private static OptionalInt counter(String written) {
        try {
            return OptionalInt.of(Integer.parseInt(written.strip()));
        } catch (NumberFormatException words) {
            throw new Cells.Unclear(written, "is not a whole number; leave it empty where there is none.");
        }
    }
}
