package dev.tranche.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Collects the cells of one column of a row group and encodes them in Parquet's format. */
final class ParquetColumn {

    /** Decimals hold 38 digits, 4 of them after the point: the most that all readers support. */
    static final int PRECISION = 38;

    static final int SCALE = 4;
    static final int DECIMAL_BYTES = 16;

    private static final int PLAIN = 0;
    private static final int RUNS = 3;
    private static final int DICTIONARY = 8;

    /** The fewest cells per word for which a dictionary saves space. */
    private static final int CELLS_A_WORD = 2;

    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;

    /** The type of the cells of a column in the format. */
    enum Type {
        TRUTH(0, -1),
        DAY(1, 6),
        COUNT(2, -1),
        TEXT(6, 0),
        DECIMAL(7, 5);

        final int physical;

        /** The value that it encodes; negative if it encodes the value itself. */
        final int converted;

        Type(int physical, int converted) {
            this.physical = physical;
            this.converted = converted;
        }
    }

    /**
     * The location of the cells of a column of a row group.
     *
     * @param dictionaryStart negative without a dictionary
     */
    record Chunk(
            String name,
            Type type,
            List<Integer> encodings,
            long values,
            long start,
            long dictionaryStart,
            long dataStart,
            long uncompressed,
            long compressed) {}

    /** The bytes of a chunk and what describes them. */
    @SuppressWarnings("ArrayRecordComponent") // It is written at once and not passed on.
    record Encoded(byte[] bytes, Chunk chunk) {}

    private final String name;
    private final Type type;
    private final List<Value> cells = new ArrayList<>();

    ParquetColumn(Column<?> column) {
        this.name = column.name();
        this.type = switch (column.kind()) {
            case TEXT -> Type.TEXT;
            case NUMBER -> Type.DECIMAL;
            case COUNT -> Type.COUNT;
            case DAY -> Type.DAY;
            case TRUTH -> Type.TRUTH;
        };
    }

    String name() {
        return name;
    }

    Type type() {
        return type;
    }

    void add(Value cell) {
        cells.add(cell);
    }

    /** Encodes and clears the collected cells; the chunk starts at an offset in the file. */
    Encoded encode(long start) throws IOException {
        List<byte[]> values = new ArrayList<>();
        boolean[] present = new boolean[cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            present[i] = !(cells.get(i) instanceof Value.Nothing);
            if (present[i]) {
                values.add(bytes(cells.get(i)));
            }
        }
        Map<String, Integer> words = type == Type.TEXT ? words() : Map.of();
        boolean uses = !words.isEmpty() && words.size() * CELLS_A_WORD <= values.size();
        Pages pages = new Pages(start);
        if (uses) {
            ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
            words.keySet().forEach(word -> plain(dictionary, word.getBytes(StandardCharsets.UTF_8)));
            pages.dictionary(dictionary.toByteArray(), words.size());
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        byte[] levels = ParquetRuns.bits(present);
        page.write(little(levels.length, 4));
        page.write(levels);
        if (uses) {
            page.write(indices(words));
        } else if (type == Type.TRUTH) {
            page.write(ParquetRuns.packed(values));
        } else {
            values.forEach(value -> plain(page, value));
        }
        pages.data(page.toByteArray(), cells.size(), uses ? DICTIONARY : PLAIN);
        long count = cells.size();
        cells.clear();
        return pages.done(name, type, count, uses ? List.of(PLAIN, RUNS, DICTIONARY) : List.of(PLAIN, RUNS));
    }

    private static String text(Value.Text cell) {
        return Characters.whole(cell.text());
    }

    private Map<String, Integer> words() {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (Value cell : cells) {
            if (cell instanceof Value.Text text) {
                words.putIfAbsent(text(text), words.size());
            }
        }
        return words;
    }

    private byte[] indices(Map<String, Integer> words) {
        List<Integer> places = new ArrayList<>();
        for (Value cell : cells) {
            if (cell instanceof Value.Text text) {
                places.add(words.getOrDefault(text(text), 0));
            }
        }
        return ParquetRuns.indices(places, words.size());
    }

    private byte[] bytes(Value cell) throws IOException {
        return switch (cell) {
            case Value.Nothing nothing -> new byte[0];
            case Value.Text text -> text(text).getBytes(StandardCharsets.UTF_8);
            case Value.Truth truth -> new byte[] {(byte) (truth.is() ? 1 : 0)};
            case Value.Day day -> little(day.day().toEpochDay(), 4);
            case Value.Amount number ->
                type == Type.COUNT ? little(number.number().longValueExact(), 8) : decimal(number.number());
        };
    }

    private byte[] decimal(BigDecimal number) throws IOException {
        BigInteger unscaled = number.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue();
        if (unscaled.abs().compareTo(BigInteger.TEN.pow(PRECISION)) >= 0) {
            throw new IOException(name + ": " + number.toPlainString() + " has more digits than Parquet holds");
        }
        byte[] short_ = unscaled.toByteArray();
        byte[] whole = new byte[DECIMAL_BYTES];
        Arrays.fill(whole, (byte) (unscaled.signum() < 0 ? -1 : 0));
        System.arraycopy(short_, 0, whole, DECIMAL_BYTES - short_.length, short_.length);
        return whole;
    }

    /** Texts state their length; other values all have the same length. */
    private void plain(ByteArrayOutputStream to, byte[] value) {
        if (type == Type.TEXT) {
            to.writeBytes(little(value.length, 4));
        }
        to.writeBytes(value);
    }

    static byte[] little(long number, int bytes) {
        byte[] little = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            little[i] = (byte) (number >>> (8 * i));
        }
        return little;
    }

    /** The pages of a chunk, one after another. */
    private static final class Pages {
        private final long start;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long uncompressed;
        private long dictionaryStart = -1;
        private long dataStart;

        Pages(long start) {
            this.start = start;
        }

        void dictionary(byte[] content, int words) throws IOException {
            dictionaryStart = start + bytes.size();
            page(
                    content,
                    DICTIONARY_PAGE,
                    header -> header.struct(7, own -> {
                        own.int32(1, words);
                        own.int32(2, PLAIN);
                    }));
        }

        void data(byte[] content, int cells, int encoding) throws IOException {
            dataStart = start + bytes.size();
            page(
                    content,
                    DATA_PAGE,
                    header -> header.struct(5, own -> {
                        own.int32(1, cells);
                        own.int32(2, encoding);
                        own.int32(3, RUNS);
                        own.int32(4, RUNS);
                    }));
        }

        private void page(byte[] content, int kind, ThriftOut.Members own) throws IOException {
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(small)) {
                zip.write(content);
            }
            ThriftOut header = new ThriftOut();
            header.int32(1, kind);
            header.int32(2, content.length);
            header.int32(3, small.size());
            own.write(header);
            byte[] head = header.done();
            bytes.write(head);
            bytes.write(small.toByteArray());
            uncompressed += head.length + content.length;
        }

        Encoded done(String name, Type type, long values, List<Integer> encodings) {
            Chunk chunk = new Chunk(
                    name, type, encodings, values, start, dictionaryStart, dataStart, uncompressed, bytes.size());
            return new Encoded(bytes.toByteArray(), chunk);
        }
    }
}
