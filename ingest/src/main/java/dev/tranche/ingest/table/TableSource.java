package dev.tranche.ingest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tranche.ingest.Columns;
import dev.tranche.ingest.Content;
import dev.tranche.ingest.FieldReport;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import dev.tranche.problem.ProblemCode;
import dev.tranche.source.ReportFields;
import dev.tranche.source.TableShape;
import dev.tranche.source.WideText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads a table with separators row by row: one report per row, its columns found by name or as given by the user. */
public final class TableSource implements Source {

    private static final int START_BYTES = 8192;
    private static final int LONGEST_CELL = 16 << 20;

    @Override
    public void read(Content content, Sink sink) throws IOException {
        InputStream bytes = new BufferedInputStream(content.bytes(), 1 << 16);
        bytes.mark(START_BYTES);
        byte[] start = bytes.readNBytes(START_BYTES);
        bytes.reset();
        Charset charset = charset(start);
        String beginning = new String(start, charset);
        Optional<TableShape> shape = TableShape.of(beginning, content.name().toLowerCase(Locale.ROOT));
        char separator = shape.map(TableShape::separator).orElse(',');
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(new InputStreamReader(bytes, charset))) {
            Iterator<CsvRecord> next = rows.iterator();
            if (TableShape.statedSeparator(beginning.startsWith("\uFEFF") ? beginning.substring(1) : beginning)
                            .isPresent()
                    && next.hasNext()) {
                next.next();
            }
            read(content, sink, next);
        } catch (CsvParseException | UncheckedIOException broken) {
            sink.refuse(content.name(), ProblemCode.UNREADABLE, "The table breaks off: " + broken.getMessage() + ".");
        }
    }

    private static void read(Content content, Sink sink, Iterator<CsvRecord> rows) {
        Rows reading = null;
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            if (reading != null) {
                reading.take(row.getFields());
                continue;
            }
            Optional<Rows> opened = Rows.open(content, row.getFields(), sink);
            if (opened.isEmpty()) {
                return;
            }
            reading = opened.get();
        }
    }

    private static Charset charset(byte[] start) {
        if (start.length > 1 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length > 1 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        Optional<Charset> wide = WideText.encoding(start);
        if (wide.isPresent()) {
            return wide.get();
        }
        String text = new String(start, StandardCharsets.UTF_8);
        long wrong = text.chars()
                .limit(Math.max(0, text.length() - 3L))
                .filter(c -> c == 0xFFFD)
                .count();
        return wrong > 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    }

    /** The rows of a table below its header, wherever they come from. */
    public static final class Rows {
        private final Content content;
        private final Columns columns;
        private final List<String> head;
        private final Sink sink;
        private UnaryOperator<String> days = UnaryOperator.identity();
        private int number;

        private Rows(Content content, Columns columns, List<String> head, Sink sink) {
            this.content = content;
            this.columns = columns;
            this.head = List.copyOf(head);
            this.sink = sink;
        }

        /** Returns the rows below a head; refuses, and returns none, if no column is known as a title or text. */
        public static Optional<Rows> open(Content content, List<String> head, Sink sink) {
            Columns columns;
            try {
                columns = Columns.parse(content.options().columns());
            } catch (IllegalArgumentException wrong) {
                sink.refuse(content.name(), ProblemCode.NOT_READ, "--columns: " + wrong.getMessage());
                return Optional.empty();
            }
            if (columns.canRead(head)) {
                return Optional.of(new Rows(content, columns, head, sink));
            }
            String names = String.join(", ", head.stream().limit(20).toList());
            String shown = names.length() > 300 ? names.substring(0, 300) + "…" : names;
            sink.refuse(
                    content.name(),
                    ProblemCode.NOT_READ,
                    "This is a table, and none of its columns is recognised as a title or text (" + shown
                            + "). Say which column is which, as in --columns title=Headline,text=Body,published=Day"
                            + ". Not read.");
            return Optional.empty();
        }

        /** Returns these rows with days converted to text. */
        public Rows dated(UnaryOperator<String> written) {
            days = written;
            return this;
        }

        /** Receives a row. */
        public void take(List<String> row) {
            number++;
            ReportFields fields = new ReportFields();
            for (int i = 0; i < Math.min(row.size(), head.size()); i++) {
                columns.put(fields, head.get(i), row.get(i));
            }
            fields.find(ReportFields.Role.PUBLISHED)
                    .ifPresent(day -> fields.put(ReportFields.Role.PUBLISHED, days.apply(day)));
            FieldReport.read(content.name() + ":" + (number + 1), content.baseName() + ":" + number, fields, sink);
        }
    }
}
