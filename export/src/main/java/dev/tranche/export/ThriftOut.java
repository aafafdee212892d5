package dev.tranche.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one structure in the compact protocol of Apache Thrift, used for Parquet's metadata. */
final class ThriftOut {

    /** The protocol's numbers for types of values. */
    static final int INT32 = 5;

    static final int INT64 = 6;
    static final int TEXT = 8;
    static final int LIST = 9;
    static final int STRUCT = 12;

    /** The most items that fit in the head of a list. */
    private static final int SHORT_LIST = 14;

    private static final int LARGEST_STEP = 15;

    private final ByteArrayOutputStream out;
    private int last;

    /** Writes the members of a structure. */
    @FunctionalInterface
    interface Members {

        /** Writes them, in the order of their numbers. */
        void write(ThriftOut into);
    }

    ThriftOut() {
        this(new ByteArrayOutputStream());
    }

    private ThriftOut(ByteArrayOutputStream out) {
        this.out = out;
    }

    private void head(int field, int kind) {
        int step = field - last;
        if (step <= 0 || step > LARGEST_STEP) {
            throw new IllegalStateException("field " + field + " does not follow " + last);
        }
        out.write(step << 4 | kind);
        last = field;
    }

    void int32(int field, int value) {
        head(field, INT32);
        zigzag(value);
    }

    void int64(int field, long value) {
        head(field, INT64);
        zigzag(value);
    }

    void text(int field, String value) {
        head(field, TEXT);
        item(value);
    }

    void struct(int field, Members members) {
        head(field, STRUCT);
        element(members);
    }

    /** Begins a list, whose items follow. */
    void list(int field, int kind, int size) {
        head(field, LIST);
        if (size <= SHORT_LIST) {
            out.write(size << 4 | kind);
            return;
        }
        out.write(0xF0 | kind);
        variable(out, size);
    }

    /** Writes a structure as an item of a list. */
    void element(Members members) {
        ThriftOut inner = new ThriftOut(out);
        members.write(inner);
        out.write(0);
    }

    void item(int value) {
        zigzag(value);
    }

    void item(String value) {
        byte[] bytes = Characters.whole(value).getBytes(StandardCharsets.UTF_8);
        variable(out, bytes.length);
        out.writeBytes(bytes);
    }

    private void zigzag(long value) {
        variable(out, value << 1 ^ value >> 63);
    }

    /** Writes a number, seven bits per byte, lowest first. */
    static void variable(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Ends the structure. */
    byte[] done() {
        out.write(0);
        return out.toByteArray();
    }
}
