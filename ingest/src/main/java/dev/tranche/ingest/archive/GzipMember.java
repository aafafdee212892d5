package dev.tranche.ingest.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** The content of one gzip member, as in RFC 1952, checked against its checksum; not safe for several threads. */
final class GzipMember extends InputStream {

    private static final int[] MAGIC = {0x1F, 0x8B, 8};
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;
    private static final int RESERVED = 0xE0;
    private static final int PASSED_OVER = 6;
    private static final int LONGEST_TEXT = 1 << 16;

    /** A page shrinks to a tenth, a table of one word to a hundredth; only bombs exceed that. */
    private static final long MOST_GROWTH = 200;

    /** A member may expand freely up to this. */
    private static final long ALWAYS_ALLOWED = 256L << 20;

    private final RawBytes raw;
    private final Inflater inflater;
    private final CRC32 check = new CRC32();
    private byte[] start = {};
    private int startAt;
    private boolean complete;

    private GzipMember(RawBytes raw, Inflater inflater) {
        this.raw = raw;
        this.inflater = inflater;
    }

    /**
     * Opens the member that begins at the next byte.
     *
     * @param inflater for raw streams; used by one member at a time
     */
    static GzipMember open(RawBytes raw, Inflater inflater) throws IOException {
        for (int wanted : MAGIC) {
            if (next(raw) != wanted) {
                throw new ZipException("it does not begin as gzip does");
            }
        }
        int flags = next(raw);
        if ((flags & RESERVED) != 0) {
            throw new ZipException("its gzip header is of an unknown kind");
        }
        skip(raw, PASSED_OVER);
        if ((flags & EXTRA) != 0) {
            skip(raw, next(raw) | next(raw) << Byte.SIZE);
        }
        skipText(raw, (flags & NAME) != 0);
        skipText(raw, (flags & COMMENT) != 0);
        skip(raw, (flags & HEADER_CHECK) != 0 ? 2 : 0);
        inflater.reset();
        return new GzipMember(raw, inflater);
    }

    private static int next(RawBytes raw) throws IOException {
        int one = raw.read();
        if (one < 0) {
            throw new EOFException("it is cut off");
        }
        return one;
    }

    private static void skip(RawBytes raw, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next(raw);
        }
    }

    private static void skipText(RawBytes raw, boolean is) throws IOException {
        int length = 0;
        while (is && next(raw) != 0) {
            if (++length > LONGEST_TEXT) {
                throw new ZipException("its gzip header does not end");
            }
        }
    }

    /** Returns the first bytes without taking them; only before any is read. */
    byte[] peek(int count) throws IOException {
        start = readNBytes(count);
        startAt = 0;
        return start.clone();
    }

    /** Reads to the end of the member, so that the next one can follow. */
    void drain() throws IOException {
        byte[] rest = new byte[1 << 15];
        while (read(rest, 0, rest.length) >= 0) {
            // Only the end matters.
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (startAt < start.length) {
            int count = Math.min(length, start.length - startAt);
            System.arraycopy(start, startAt, target, offset, count);
            startAt += count;
            return count;
        }
        if (complete) {
            return -1;
        }
        int count = inflate(target, offset, length);
        if (count == 0) {
            end();
            return -1;
        }
        check.update(target, offset, count);
        long unpacked = inflater.getBytesWritten();
        if (unpacked > ALWAYS_ALLOWED && unpacked > MOST_GROWTH * inflater.getBytesRead()) {
            throw new ZipException("it unpacks to more than " + MOST_GROWTH + " times its size");
        }
        return count;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (!inflater.finished()) {
                int there = raw.available();
                if (there == 0) {
                    throw new EOFException("it is cut off");
                }
                long before = inflater.getBytesRead();
                inflater.setInput(raw.array(), raw.index(), there);
                int count = inflater.inflate(target, offset, length);
                raw.skip((int) (inflater.getBytesRead() - before));
                if (count > 0) {
                    return count;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("it needs a dictionary");
                }
            }
            return 0;
        } catch (DataFormatException wrong) {
            throw new ZipException(String.valueOf(wrong.getMessage()));
        }
    }

    private void end() throws IOException {
        complete = true;
        long sum = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            sum |= (long) next(raw) << i * Byte.SIZE;
        }
        skip(raw, Integer.BYTES);
        if (sum != check.getValue()) {
            throw new ZipException("its checksum is wrong");
        }
    }
}
