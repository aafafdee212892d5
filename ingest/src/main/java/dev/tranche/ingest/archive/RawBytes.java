package dev.tranche.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file with their offsets, some of which can be read again; not safe for several threads.
 *
 * <p>Bytes since the mark are kept, at most {@value #MOST_KEPT}; of a longer range the earlier ones are dropped, and
 * the mark moves on.
 */
final class RawBytes {

    /** A compressed record of a crawl is seldom longer; if it breaks later, the search starts from here. */
    static final int MOST_KEPT = 16 << 20;

    private static final int STEP = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[4 * STEP];
    private long offset;
    private int mark;
    private int at;
    private int end;

    /**
     * Builds a view.
     *
     * @param in bytes from an offset on
     * @param offset the offset of the first of them in the file
     */
    RawBytes(InputStream in, long offset) {
        this.in = in;
        this.offset = offset;
    }

    /** Reading failed, as opposed to the content being wrong. */
    static final class Failed extends IOException {
        Failed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Returns the offset of the next byte. */
    long position() {
        return offset + at;
    }

    /** Keeps the bytes from the next one on. */
    void mark() {
        mark = at;
    }

    /**
     * Moves back or forward to an offset among the bytes kept and read so far, or to the earliest kept if it is gone.
     */
    void seek(long position) {
        at = Math.clamp(position - offset, mark, end);
    }

    /** Returns the next byte, or -1 at the end. */
    int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    /** Returns the number of bytes available at once; reads some if there are none. 0 at the end. */
    int available() throws IOException {
        return at < end || fill() ? end - at : 0;
    }

    /** The bytes available begin in this array … */
    byte[] array() {
        return buffer;
    }

    /** … at this index. */
    int index() {
        return at;
    }

    /** Skips bytes that are available. */
    void skip(int count) {
        at += count;
    }

    private boolean fill() throws IOException {
        if (end - mark > MOST_KEPT) {
            mark = end - MOST_KEPT / 2;
        }
        if (end + STEP > buffer.length) {
            System.arraycopy(buffer, mark, buffer, 0, end - mark);
            offset += mark;
            at -= mark;
            end -= mark;
            mark = 0;
            if (end + STEP > buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
        }
        try {
            int count = in.read(buffer, end, STEP);
            end += Math.max(0, count);
            return count > 0;
        } catch (IOException broken) {
            throw new Failed(broken);
        }
    }
}
