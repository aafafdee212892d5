package dev.tranche.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one line of limited length; not safe for several threads. */
final class LineReader {

    private static final int CHUNK_BYTES = 1 << 16;

    private final InputStream in;
    private final TextEncoding encoding;
    private final int limitBytes;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int next;
    private int filled;
    private byte[] line = new byte[1 << 12];
    private int length;
    private boolean tooLong;
    private int number;

    /** Reads from the first byte after a byte order mark. */
    LineReader(InputStream in, TextEncoding encoding, int limitBytes) {
        this.in = in;
        this.encoding = encoding;
        this.limitBytes = limitBytes;
    }

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param text empty for a line over the limit
     * @param replaced number of replacement characters for bytes that could not be decoded
     * @param tooLong was it longer than the limit, and skipped?
     */
    record Line(int number, String text, int replaced, boolean tooLong) {}

    /** Returns the next line that is not blank; null at the end. */
    @Nullable
    Line next() throws IOException {
        while (fill()) {
            number++;
            if (tooLong) {
                return new Line(number, "", 0, true);
            }
            TextEncoding.Decoded decoded = encoding.decode(line, 0, length);
            if (!decoded.text().isBlank()) {
                return new Line(number, decoded.text(), decoded.replaced(), false);
            }
        }
        return null;
    }

    /** Fills the line up to the next line end; false when nothing is left. */
    private boolean fill() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (next == filled) {
                refill();
                if (filled == 0) {
                    return any;
                }
            }
            any = true;
            int end = lineEnd();
            append(end);
            boolean ended = end < filled;
            next = ended ? end + encoding.unitBytes() : end;
            if (ended) {
                return true;
            }
        }
    }

    /** Takes the bytes available, in whole units, so that a line from a slow pipe is not held back. */
    private void refill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(chunk));
        if (filled % encoding.unitBytes() != 0) {
            filled += in.readNBytes(chunk, filled, 1);
        }
    }

    /** The index of the next line end in the chunk, or the chunk's end. All chunks but the last are whole units. */
    private int lineEnd() {
        int step = encoding.unitBytes();
        int low = encoding.lowByte();
        for (int i = next; i + step <= filled; i += step) {
            if (chunk[i + low] == '\n' && (step == 1 || chunk[i + 1 - low] == 0)) {
                return i;
            }
        }
        return filled;
    }

    private void append(int end) {
        int more = end - next;
        if (tooLong || length + more > limitBytes) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(limitBytes, Math.max(length + more, 2 * line.length)));
        }
        System.arraycopy(chunk, next, line, length, more);
        length += more;
    }
}
