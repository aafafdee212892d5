package dev.tranche.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one table as a Parquet file: flat, every column optional, one page per column and row group, compressed with
 * gzip. At most {@value #MOST_ROWS} rows or some megabytes of text are held at a time. Equal tables give equal bytes.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">the format</a>
 */
final class ParquetWriter implements Closeable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_ROWS = 20_000;

    private static final long MOST_CHARACTERS = 8_000_000;

    /** The format's numbers for repetition types. */
    private static final int OPTIONAL = 1;

    private static final int GZIP = 2;

    private final OutputStream out;
    private final Table<?> table;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private final List<RowGroup> groups = new ArrayList<>();
    private long written;
    private long characters;
    private int rows;

    /** A written row group. */
    private record RowGroup(int rows, List<ParquetColumn.Chunk> chunks) {

        long bytes() {
            return chunks.stream().mapToLong(ParquetColumn.Chunk::uncompressed).sum();
        }
    }

    ParquetWriter(OutputStream out, Table<?> table) throws IOException {
        this.out = out;
        this.table = table;
        table.columns().forEach(column -> columns.add(new ParquetColumn(column)));
        write(MAGIC);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    /** Adds a row. */
    void add(List<Value> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            columns.get(i).add(cells.get(i));
            if (cells.get(i) instanceof Value.Text text) {
                characters += text.text().length();
            }
        }
        rows++;
        if (rows == MOST_ROWS || characters > MOST_CHARACTERS) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        List<ParquetColumn.Chunk> chunks = new ArrayList<>();
        for (ParquetColumn column : columns) {
            ParquetColumn.Encoded encoded = column.encode(written);
            write(encoded.bytes());
            chunks.add(encoded.chunk());
        }
        groups.add(new RowGroup(rows, chunks));
        rows = 0;
        characters = 0;
    }

    /** Writes the file's metadata and completes it. */
    void complete(Cover cover) throws IOException {
        complete(cover.version(), cover.licence(), cover.filters());
    }

    /** Writes the file's metadata and completes it. */
    void complete(String version, String licence, List<String> filters) throws IOException {
        if (rows > 0) {
            endGroup();
        }
        ThriftOut meta = new ThriftOut();
        meta.int32(1, 1);
        meta.list(2, ThriftOut.STRUCT, columns.size() + 1);
        meta.element(root -> {
            root.text(4, table.name());
            root.int32(5, columns.size());
        });
        for (ParquetColumn column : columns) {
            meta.element(element -> schema(element, column));
        }
        meta.int64(3, groups.stream().mapToLong(RowGroup::rows).sum());
        meta.list(4, ThriftOut.STRUCT, groups.size());
        for (RowGroup group : groups) {
            meta.element(element -> group(element, group));
        }
        meta.list(5, ThriftOut.STRUCT, 3);
        meta.element(pair -> pair(pair, "about", table.about()));
        meta.element(pair -> pair(pair, "licence", licence));
        meta.element(pair -> pair(pair, "filters", String.join("; ", filters)));
        meta.text(6, "Tranche " + version);
        byte[] footer = meta.done();
        write(footer);
        write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        write(MAGIC);
    }

    private static void pair(ThriftOut element, String key, String value) {
        element.text(1, key);
        element.text(2, value);
    }

    private static void schema(ThriftOut element, ParquetColumn column) {
        ParquetColumn.Type type = column.type();
        element.int32(1, type.physical);
        if (type == ParquetColumn.Type.DECIMAL) {
            element.int32(2, ParquetColumn.DECIMAL_BYTES);
        }
        element.int32(3, OPTIONAL);
        element.text(4, column.name());
        if (type.converted >= 0) {
            element.int32(6, type.converted);
        }
        if (type == ParquetColumn.Type.DECIMAL) {
            element.int32(7, ParquetColumn.SCALE);
            element.int32(8, ParquetColumn.PRECISION);
        }
    }

    private static void group(ThriftOut element, RowGroup group) {
        element.list(1, ThriftOut.STRUCT, group.chunks().size());
        for (ParquetColumn.Chunk chunk : group.chunks()) {
            element.element(one -> {
                one.int64(2, chunk.start());
                one.struct(3, data -> chunk(data, chunk));
            });
        }
        element.int64(2, group.bytes());
        element.int64(3, group.rows());
    }

    private static void chunk(ThriftOut data, ParquetColumn.Chunk chunk) {
        data.int32(1, chunk.type().physical);
        data.list(2, ThriftOut.INT32, chunk.encodings().size());
        chunk.encodings().forEach(data::item);
        data.list(3, ThriftOut.TEXT, 1);
        data.item(chunk.name());
        data.int32(4, GZIP);
        data.int64(5, chunk.values());
        data.int64(6, chunk.uncompressed());
        data.int64(7, chunk.compressed());
        data.int64(9, chunk.dataStart());
        if (chunk.dictionaryStart() >= 0) {
            data.int64(11, chunk.dictionaryStart());
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
