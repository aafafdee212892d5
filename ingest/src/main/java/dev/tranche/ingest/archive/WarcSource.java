package dev.tranche.ingest.archive;

import dev.tranche.ingest.Content;
import dev.tranche.ingest.Sink;
import dev.tranche.ingest.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads a web archive that is uncompressed, or compressed as a whole, record by record.
 *
 * <p>A record is cut out by its stated length. If the next one does not follow, the length was wrong or
 * there is something else in between; reading then continues with the next line that begins a record.
 */
public final class WarcSource implements Source {

    private static final byte[] FIRST = "WARC/".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "content-length:";
    private static final int LONGEST_HEAD = 1 << 16;
    private static final int LONGEST_NUMBER = 15;

    /** Builds a reader. */
    public WarcSource() {}

    @Override
    public void read(Content content, Sink sink) throws IOException {
        RawBytes raw = new RawBytes(content.bytes(), 0);
        WarcRecords records = new WarcRecords(content, sink);
        boolean broken = false;
        while (find(raw, records, broken)) {
            raw.mark();
            long start = raw.position();
            broken = !record(raw, records);
            if (broken) {
                records.damaged();
                raw.seek(start + 1);
            }
        }
        records.complete();
    }

    /**
     * Goes to the next record; what is skipped, apart from blank lines, counts as one malformed record.
     *
     * @param counted is it the rest of a record already counted?
     */
    private static boolean find(RawBytes raw, WarcRecords records, boolean counted) throws IOException {
        boolean other = false;
        boolean lineStart = !counted;
        while (true) {
            raw.mark();
            long start = raw.position();
            if (lineStart && begins(raw)) {
                raw.seek(start);
                if (other && !counted) {
                    records.damaged();
                }
                return true;
            }
            raw.seek(start);
            int one = raw.read();
            if (one < 0) {
                if (other && !counted) {
                    records.damaged();
                }
                return false;
            }
            other |= one > ' ';
            lineStart = one == '\n' || one == '\r';
        }
    }

    private static boolean begins(RawBytes raw) throws IOException {
        for (byte wanted : FIRST) {
            if (raw.read() != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Reads the record that begins here; returns whether it ends where its head says. */
    private static boolean record(RawBytes raw, WarcRecords records) throws IOException {
        byte[] head = head(raw);
        long length = length(head);
        if (length < 0) {
            return false;
        }
        Body body = new Body(raw, length);
        byte[] end = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try {
            records.read(new SequenceInputStream(
                    new SequenceInputStream(new ByteArrayInputStream(head), body), new ByteArrayInputStream(end)));
            body.transferTo(OutputStream.nullOutputStream());
        } catch (RawBytes.Failed failed) {
            throw failed;
        } catch (IOException broken) {
            return false;
        }
        return body.left == 0;
    }

    /** Returns the lines up to the first blank one, including that one. */
    private static byte[] head(RawBytes raw) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int inLine = 0;
        for (int one = raw.read(); one >= 0 && head.size() < LONGEST_HEAD; one = raw.read()) {
            head.write(one);
            if (one == '\n' && inLine == 0) {
                break;
            }
            inLine = one == '\n' ? 0 : one == '\r' ? inLine : inLine + 1;
        }
        return head.toByteArray();
    }

    private static long length(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith(LENGTH))
                .map(line -> line.substring(LENGTH.length()).strip())
                .filter(number -> !number.isEmpty()
                        && number.length() <= LONGEST_NUMBER
                        && number.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(-1);
    }

    /** The bytes of one record. */
    private static final class Body extends InputStream {
        private final RawBytes raw;
        private long left;

        Body(RawBytes raw, long length) {
            this.raw = raw;
            this.left = length;
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
            int there = left == 0 ? 0 : raw.available();
            if (there == 0) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, there), left);
            System.arraycopy(raw.array(), raw.index(), target, offset, count);
            raw.skip(count);
            left -= count;
            return count;
        }
    }
}
